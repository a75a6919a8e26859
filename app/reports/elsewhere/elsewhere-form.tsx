import { useForm } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { Conduct } from "../../agreements/conducts";
import { RefusalNotice } from "../../limits/refusal-notice";
import type { SentBack } from "../../platform/refuse.server";
import { ACCEPTED } from "../../safety/images/image-kinds";
import { Actions, Button, LinkButton } from "../../ui/button";
import { Checkbox, RadioGroup } from "../../ui/choice-fields";
import { type Field, fieldWith, plainField } from "../../ui/field";
import { FileField } from "../../ui/file-field";
import { Folded } from "../../ui/folded";
import { FormErrors } from "../../ui/form-errors";
import { TextArea, TextField } from "../../ui/text-field";
import { type elsewhereForm, wishesElsewhere } from "./forms";

type Fields = z.input<typeof elsewhereForm> & { image?: string };
type Props = { once: string; who: string; conducts: readonly Conduct[]; sent: SentBack | undefined };

/** What happened off this site, in the reporter's words. The image comes last: too large a one costs no word before it. */
export function ElsewhereForm({ once, who, conducts, sent }: Props) {
  const { t } = useTranslation("elsewhere");
  const reports = useTranslation("reports").t;
  const agreements = useTranslation("agreements").t;
  const said = useSaid();
  const [form, fields] = useForm<Fields>({ lastResult: sent?.lastResult, defaultValue: { who } });
  const image = plainField("image", { errors: fields.image.errors ?? [] });
  return (
    <>
      <RefusalNotice refusal={sent?.refusal} />
      <FormErrors
        fields={[
          { field: said(fields.conduct), label: reports("conduct") },
          { field: said(fields.words), label: t("words") },
          { field: said(fields.place), label: t("place") },
          { field: said(fields.day), label: t("day") },
          { field: said(fields.who), label: t("who") },
          { field: said(image), label: t("image") },
        ]}
      />
      <form method="post" encType="multipart/form-data" id={form.id} className="stack" autoComplete="off">
        <input type="hidden" name="once" value={once} />
        <RadioGroup
          field={fieldWith(said(fields.conduct), { required: true })}
          label={reports("conduct")}
          hint={t("conductHint")}
          options={conducts.map((conduct) => ({
            value: conduct,
            label: agreements(`conducts.${conduct}`),
            hint: conduct === "danger-to-life" ? <a href="/helplines">{reports("dangerHint")}</a> : undefined,
          }))}
        />
        <TextArea
          field={fieldWith(said(fields.words), { required: true })}
          label={t("words")}
          hint={t("wordsHint")}
          rows={6}
        />
        <TextArea field={said(fields.place)} label={t("place")} hint={t("placeHint")} optional rows={2} />
        <TextField field={said(fields.day)} label={t("day")} hint={t("dayHint")} type="date" short optional />
        <TextField field={said(fields.who)} label={t("who")} hint={t("whoHint")} optional spellCheck={false} />
        <Checkbox field={fields.aboutMe} label={reports("aboutMe")} />
        <RadioGroup
          field={fields.wish}
          label={reports("wish")}
          hint={reports("wishHint")}
          optional
          options={wishesElsewhere.map((wish) => ({ value: wish, label: reports(`wishes.${wish}`) }))}
        />
        <FileField field={said(image)} label={t("image")} hint={t("imageHint")} accept={ACCEPTED} optional />
        <Folded summary={reports("whatHappens")}>
          <ul>
            <li>{t("happens.case")}</li>
            <li>{t("happens.sealed")}</li>
            <li>{reports("happens.alias")}</li>
            <li>{reports("happens.deadline")}</li>
          </ul>
        </Folded>
        <Actions>
          <Button consequence={reports("sendEffect")}>{reports("send")}</Button>
          <LinkButton look="quiet" href="/reports">
            {reports("cancel")}
          </LinkButton>
        </Actions>
      </form>
    </>
  );
}

const known = ["choose", "missing", "long", "no-day", "nobody", "child", "large", "kind", "broken"] as const;

/** Turns what is wrong with a field into a sentence beside it. */
function useSaid() {
  const { t } = useTranslation("elsewhere");
  return (field: Field): Field =>
    fieldWith(field, {
      errors: field.errors?.map((error) => t(`errors.${known.find((one) => one === error) ?? "other"}`)),
    });
}
