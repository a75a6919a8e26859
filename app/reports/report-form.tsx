import { useForm } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { Conduct } from "../agreements/conducts";
import { RefusalNotice } from "../limits/refusal-notice";
import type { SentBack } from "../platform/refuse.server";
import { Actions, Button, LinkButton } from "../ui/button";
import { Checkbox, RadioGroup } from "../ui/choice-fields";
import { Folded } from "../ui/folded";
import { FormErrors } from "../ui/form-errors";
import { TextArea } from "../ui/text-field";
import { reliefsFor, type reportForm, wishes } from "./forms";
import type { SubjectKind } from "./item";
import { ReliefField } from "./relief-field";
import { useSaidOfReport } from "./said";

type Props = {
  kind: SubjectKind;
  author: string;
  address: string;
  conducts: Conduct[];
  sent: SentBack | undefined;
};

/** The form with which one reports: what happened, about whom, what one wishes, one's own words, and help at once. */
export function ReportForm({ kind, author, address, conducts, sent }: Props) {
  const { t } = useTranslation("reports");
  const agreements = useTranslation("agreements").t;
  const said = useSaidOfReport();
  const [form, fields] = useForm<z.input<typeof reportForm>>({ lastResult: sent?.lastResult });
  return (
    <>
      <RefusalNotice refusal={sent?.refusal} />
      <FormErrors
        fields={[
          { field: said(fields.conduct), label: t("conduct") },
          { field: said(fields.words), label: t("words") },
        ]}
      />
      <form method="post" id={form.id} className="stack">
        <RadioGroup
          field={said(fields.conduct)}
          label={t("conduct")}
          hint={t("conductHint")}
          options={conducts.map((conduct) => ({
            value: conduct,
            label: agreements(`conducts.${conduct}`),
            hint: conduct === "danger-to-life" ? <a href="/helplines">{t("dangerHint")}</a> : undefined,
          }))}
        />
        <Checkbox field={fields.aboutMe} label={t("aboutMe")} hint={kind === "post" ? t("aboutMeHint") : undefined} />
        <ReliefField field={fields.relief} offered={reliefsFor(kind)} author={author || t("somebody")} />
        <RadioGroup
          field={fields.wish}
          label={t("wish")}
          hint={t("wishHint")}
          optional
          options={wishes.map((wish) => ({ value: wish, label: t(`wishes.${wish}`) }))}
        />
        <TextArea field={said(fields.words)} label={t("words")} hint={t("wordsHint")} optional rows={4} />
        <Folded summary={t("whatHappens")}>
          <ul>
            {(["hidden", "copy", "alias", "deadline"] as const).map((one) => (
              <li key={one}>{t(`happens.${one}`)}</li>
            ))}
          </ul>
        </Folded>
        <Actions>
          <Button consequence={t("sendEffect")}>{t("send")}</Button>
          <LinkButton look="quiet" href={address}>
            {t("cancel")}
          </LinkButton>
        </Actions>
      </form>
    </>
  );
}

/** Kind words for whoever disagrees, and what helps them instead. */
export function Disagreement(props: {
  kind: SubjectKind;
  author: string;
  subject: string;
  answerAddress: string | null;
}) {
  const { kind, subject, answerAddress } = props;
  const { t } = useTranslation("reports");
  const author = props.author || t("somebody");
  if (kind === "gathering-message") return null;
  return (
    <Folded summary={t("disagreement.title")}>
      <div className="stack stack-tight">
        <p>{t("disagreement.text")}</p>
        {answerAddress && (
          <LinkButton look="quiet" small href={answerAddress}>
            {t("disagreement.answer")}
          </LinkButton>
        )}
        <form method="post" action="/turn-away">
          <input type="hidden" name={kind === "post" ? "post" : "name"} value={subject} />
          <Button look="quiet" small name="deed" value="mute" consequence={t("disagreement.muteEffect")}>
            {t("disagreement.mute", { author })}
          </Button>
        </form>
      </div>
    </Folded>
  );
}
