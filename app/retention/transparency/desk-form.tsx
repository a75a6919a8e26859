import { useForm } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import type { SentBack } from "../../platform/refuse.server";
import { Actions, Button, LinkButton } from "../../ui/button";
import { FormErrors } from "../../ui/form-errors";
import { CorrectionFields, type EntryFieldName, NothingFields, RequestFields, useSaid } from "./entry-fields";

/** What a steward is about to write; `correction` adds to an entry. */
export type Writing = { what: "request" | "nothing" } | { what: "correction"; entry: number; answerable: boolean };

const LABELS = ["kind", "country", "words", "answer", "handed", "told", "language"] as const;

/** The first step of writing on the transparency page. `today` and `language` fill in what is most likely meant. */
export function DeskForm({
  writing,
  today,
  language,
  sent,
}: {
  writing: Writing;
  today: string;
  language: string;
  sent: SentBack["lastResult"] | undefined;
}) {
  const { t } = useTranslation("transparency");
  const said = useSaid();
  const { what } = writing;
  const [form, fields] = useForm<Record<EntryFieldName, string>>({
    lastResult: sent,
    defaultValue: { language, ...(what === "nothing" ? { day: today } : {}) },
  });
  return (
    <>
      <FormErrors
        fields={[
          { field: said(fields.day), label: t(what === "nothing" ? "fields.upTo" : "fields.day") },
          ...LABELS.map((name) => ({ field: said(fields[name]), label: t(`fields.${name}`) })),
        ]}
      />
      <form method="post" id={form.id} className="stack" noValidate>
        <input type="hidden" name="what" value={what} />
        {what === "correction" && <input type="hidden" name="entry" value={writing.entry} />}
        {what === "request" && <RequestFields fields={fields} />}
        {what === "nothing" && <NothingFields fields={fields} />}
        {what === "correction" && <CorrectionFields fields={fields} answerable={writing.answerable} />}
        <Actions>
          <Button name="deed" value="look" consequence={t("desk.lookConsequence")}>
            {t("desk.look")}
          </Button>
          {what !== "request" && (
            <LinkButton href="/steward/transparency" look="quiet">
              {t("desk.back")}
            </LinkButton>
          )}
        </Actions>
      </form>
    </>
  );
}
