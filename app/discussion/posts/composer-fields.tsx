import { useTranslation } from "react-i18next";
import type { Refused } from "../../platform/outcome";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "../../ui/choice-fields";
import { type Field, plainField } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { TextArea, TextField } from "../../ui/text-field";
import { useNoteWords } from "../note-words";
import { useSaid } from "./said";

/** What the writer may choose from: their names that may speak here, the usual one first marked, and the community's content notes. */
export type ComposerChoices = {
  speakers: { slot: number; name: string }[];
  /** The slot that speaks unless another is chosen. */
  usual: number;
  notes: string[];
  /** Random, made with the page: a second press of its button is the same press. */
  once: string;
  /** What the writer kept here before. */
  draft?: { title: string; body: string; until: Date; mark: string } | null;
};

type WritingFields = { body: Field; contentNotes: Field; ownNote: Field; storyLabel: Field };

/** The fields of a short form in a page, before anything was sent. `body`: what was kept as a draft. */
export const emptyFields = (body?: string): WritingFields => ({
  body: plainField("body", { required: true, initialValue: body }),
  contentNotes: plainField("contentNotes"),
  ownNote: plainField("ownNote"),
  storyLabel: plainField("storyLabel", { initialValue: "ask" }),
});

/** The box to write in. */
export function BodyField({ field, label, rows = 10 }: { field: Field; label?: string; rows?: number }) {
  const { t } = useTranslation("discussion");
  const said = useSaid();
  return (
    <TextArea field={said(field)} label={label ?? t("write.body")} hint={t("write.bodyHint")} rows={rows} dir="auto" />
  );
}

/** Content notes from the community's list and in own words. */
export function NoteFields({ fields, notes }: { fields: WritingFields; notes: string[] }) {
  const { t } = useTranslation("discussion");
  const noteWords = useNoteWords();
  const said = useSaid();
  return (
    <div className="stack note-fields">
      {notes.length > 0 && (
        <CheckboxGroup
          field={said(fields.contentNotes)}
          label={t("write.notes")}
          hint={t("write.notesHint")}
          optional
          options={notes.map((note) => ({ value: note, label: noteWords(note) }))}
        />
      )}
      <TextField field={said(fields.ownNote)} label={t("write.ownNote")} optional />
    </div>
  );
}

/** Whether the post may be quoted. */
export function LabelField({ field }: { field: Field }) {
  const { t } = useTranslation("discussion");
  const said = useSaid();
  return (
    <RadioGroup
      field={said(field)}
      label={t("write.label")}
      options={(["ask", "closed", "open"] as const).map((value) => ({
        value,
        label: t(`labels.${value}`),
        hint: t(`write.labelMeans.${value}`),
      }))}
    />
  );
}

/** As whom one speaks; a choice only for those who have one. Carries what makes a second press harmless. */
export function SpeakerField({ field, choices }: { field?: Field; choices: ComposerChoices }) {
  const { t } = useTranslation("discussion");
  const { speakers, usual, once, draft } = choices;
  const speaker = speakers.find(({ slot }) => slot === usual) ?? speakers[0];
  return (
    <>
      <input type="hidden" name="once" value={once} />
      {draft && <input type="hidden" name="draftMark" value={draft.mark} />}
      {speakers.length > 1 ? (
        <Select
          field={field ?? plainField("slot", { initialValue: usual })}
          label={t("write.speakAs")}
          options={speakers.map(({ slot, name }) => ({ value: String(slot), label: name }))}
        />
      ) : (
        <p className="soft small">{t("write.speakingAs", { name: speaker?.name ?? "" })}</p>
      )}
    </>
  );
}

/** Asked once when somebody speaks in a space under another name than before. */
export function SwitchQuestion({
  refusal,
  choices,
  chosen,
}: {
  refusal: Refused | null;
  choices: Pick<ComposerChoices, "speakers" | "usual">;
  chosen: unknown;
}) {
  const { t } = useTranslation("discussion");
  if (refusal?.reason !== "other-name") return null;
  const before = choices.speakers.find(({ slot }) => slot === choices.usual)?.name ?? "";
  const now = choices.speakers.find(({ slot }) => String(slot) === String(chosen));
  if (!now) return null;
  return (
    <Notice tone="care" title={t("write.switchTitle")} announce>
      <p>{t("write.switchBody", { before, now: now.name })}</p>
      <Checkbox
        field={plainField("sureSlot")}
        value={String(now.slot)}
        label={t("write.switchSure", { now: now.name })}
      />
    </Notice>
  );
}
