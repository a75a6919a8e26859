import { useTranslation } from "react-i18next";
import { Actions, Button } from "../../ui/button";
import { HiddenFields } from "../../ui/hidden-fields";
import { Notice } from "../../ui/notice";
import { Section } from "../../ui/page-header";
import { Addition, Entry, type ShownAddition, type ShownEntry } from "./entry";
import type { CorrectionInput, EntryInput } from "./forms";

export type Preview = { entry: ShownEntry } | { addition: ShownAddition };

/** What was typed, as everybody would read it. */
export function previewOf(input: EntryInput | CorrectionInput): Preview {
  const { words, language } = input;
  if (input.what === "correction") return { addition: { words, language, answer: input.answer ?? null } };
  const shared = { day: input.day.toISOString().slice(0, 10), words, language, added: [] };
  if (input.what === "request") {
    const { kind, country = null, answer, handed, told } = input;
    return { entry: { ...shared, kind, country, answer, handed, told } };
  }
  const nothing = { kind: "nothing-to-report", answer: "nothing-handed-over", told: "nobody-to-tell" } as const;
  return { entry: { ...shared, ...nothing, country: null, handed: "" } };
}

/** The second step: read it as everybody will, then publish it or go back to the form. `typed`: the form as it was sent. */
export function EntryPreview({ preview, typed }: { preview: Preview; typed: [string, string][] }) {
  const { t } = useTranslation("transparency");
  return (
    <Section title={t("desk.preview")}>
      {"entry" in preview ? <Entry entry={preview.entry} /> : <Addition addition={preview.addition} />}
      <Notice tone="care">
        <p>{t("desk.previewCare")}</p>
      </Notice>
      <form method="post" className="stack">
        <HiddenFields of={typed} />
        <Actions>
          <Button name="deed" value="publish" look="danger" consequence={t("desk.publishConsequence")}>
            {t("desk.publish")}
          </Button>
          <Button name="deed" value="change" look="quiet">
            {t("desk.change")}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}
