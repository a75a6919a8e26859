import { useForm } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { RefusalNotice } from "../limits/refusal-notice";
import type { SentBack } from "../platform/refuse.server";
import { ACCEPTED } from "../safety/images/image-kinds";
import { Actions, Button, LinkButton } from "../ui/button";
import { Checkbox } from "../ui/choice-fields";
import { fieldWith, plainField } from "../ui/field";
import { FileField } from "../ui/file-field";
import { FormErrors } from "../ui/form-errors";
import { TextArea, TextField } from "../ui/text-field";
import type { Entry } from "./entry";
import { useSaidOfEntry } from "./said";

type Fields = { day?: string; place?: string; who?: string; words: string; image?: string };
type Props = { entry: Entry | null; sent: SentBack | undefined; back: string };

const wordsOf = ({ day, place, who, words }: Entry) => ({ day, place, who, words });

/** The form for an entry, new or to be changed. The image comes last: too large a one costs no word before it. */
export function EntryForm({ entry, sent, back }: Props) {
  const { t } = useTranslation("journal");
  const said = useSaidOfEntry();
  const [form, fields] = useForm<Fields>({ lastResult: sent?.lastResult, defaultValue: entry ? wordsOf(entry) : {} });
  const image = plainField("image", { errors: fields.image.errors ?? [] });
  const labels = [
    { field: said(fields.day), label: t("form.day") },
    { field: said(fields.place), label: t("form.place") },
    { field: said(fields.who), label: t("form.who") },
    { field: said(fields.words), label: t("form.words") },
    { field: said(image), label: t("form.image") },
  ];
  return (
    <>
      <RefusalNotice refusal={sent?.refusal} />
      <FormErrors fields={labels} />
      <form method="post" encType="multipart/form-data" id={form.id} className="stack" autoComplete="off">
        <TextArea
          field={fieldWith(said(fields.words), { required: true })}
          label={t("form.words")}
          hint={t("form.wordsHint")}
          rows={8}
          dir="auto"
        />
        <TextField field={said(fields.day)} label={t("form.day")} hint={t("form.dayHint")} type="date" short optional />
        <TextField field={said(fields.place)} label={t("form.place")} hint={t("form.placeHint")} optional dir="auto" />
        <TextField field={said(fields.who)} label={t("form.who")} hint={t("form.whoHint")} optional dir="auto" />
        {entry?.image && <Checkbox field={plainField("dropImage")} label={t("form.dropImage")} />}
        <FileField
          field={said(image)}
          label={entry?.image ? t("form.imageAnother") : t("form.image")}
          hint={t("form.imageHint")}
          accept={ACCEPTED}
          optional
        />
        <Actions>
          <Button consequence={entry ? t("form.saveConsequence") : t("form.keepConsequence")}>
            {entry ? t("form.save") : t("form.keep")}
          </Button>
          <LinkButton look="quiet" href={back}>
            {t("form.cancel")}
          </LinkButton>
        </Actions>
      </form>
    </>
  );
}
