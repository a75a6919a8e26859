import { useForm } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import type { Conduct } from "../../agreements/conducts";
import { RefusalNotice } from "../../limits/refusal-notice";
import type { SentBack } from "../../platform/refuse.server";
import { Actions, Button } from "../../ui/button";
import { RadioGroup } from "../../ui/choice-fields";
import { type Field, fieldWith } from "../../ui/field";
import { FormErrors } from "../../ui/form-errors";
import { Notice } from "../../ui/notice";
import { TextArea, TextField } from "../../ui/text-field";
import { WORDS_MOST } from "../forms";
import { PLACE_MOST } from "./forms";

type Props = {
  /** Which of the two forms: their words differ, their fields don't. */
  form: "form" | "takedown";
  conducts: readonly Conduct[];
  sent: SentBack | undefined;
  once?: string;
};

/** What somebody who isn't a member tells: what it is about, where, and in their words. Asks for nothing about them. */
export function OutsideForm({ form: which, conducts, sent, once }: Props) {
  const { t } = useTranslation("outside");
  const agreements = useTranslation("agreements").t;
  const [form, fields] = useForm<{ conduct: string; place: string; words: string }>({ lastResult: sent?.lastResult });
  const said = useSaid();
  const conduct = said(fields.conduct, which === "form" ? t("form.errors.choose") : t("takedown.choose"));
  const place = said(fields.place, t("form.errors.place"), PLACE_MOST);
  const words = said(fields.words, "", WORDS_MOST);
  return (
    <>
      <RefusalNotice refusal={sent?.refusal} />
      <FormErrors
        fields={[
          { field: conduct, label: t(`${which}.conduct`) },
          { field: place, label: t(`${which}.place`) },
          { field: words, label: t(`${which}.words`) },
        ]}
      />
      <form method="post" id={form.id} className="stack" autoComplete="off">
        {once && <input type="hidden" name="once" value={once} />}
        <RadioGroup
          field={conduct}
          label={t(`${which}.conduct`)}
          options={conducts.map((one) => ({ value: one, label: agreements(`conducts.${one}`) }))}
        />
        <TextField field={place} label={t(`${which}.place`)} hint={t(`${which}.placeHint`)} spellCheck={false} />
        <TextArea field={words} label={t(`${which}.words`)} optional rows={6} />
        <Actions>
          <Button consequence={t(`${which}.sendEffect`)}>{t(`${which}.send`)}</Button>
        </Actions>
      </form>
    </>
  );
}

/** What is better left out, said before the form. */
export function BetterNot() {
  const { t } = useTranslation("outside");
  const dont = t("form.dont", { returnObjects: true });
  return (
    <Notice tone="care" title={t("form.dontTitle")}>
      <ul>
        {dont.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>{t("form.dontMore")}</p>
    </Notice>
  );
}

/** Turns what a schema says of a field into a sentence beside it. */
function useSaid() {
  const { t } = useTranslation("outside");
  return (field: Field, missing: string, most = Number.POSITIVE_INFINITY): Field => {
    if (!field.errors?.length) return field;
    const long = String(field.initialValue ?? "").length > most;
    return fieldWith(field, { errors: [long ? t("form.errors.long", { most }) : missing] });
  };
}
