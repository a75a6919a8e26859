import { useTranslation } from "react-i18next";
import { type FirstNote, firstNotes } from "../agreements/first-notes";

/** What a content note is called in the reader's language. A note in somebody's own words stays as they wrote it. */
export function useNoteWords(): (note: string) => string {
  const { t } = useTranslation("discussion");
  return (note) => (firstNotes.includes(note as FirstNote) ? t(`notes.${note as FirstNote}`) : note);
}
