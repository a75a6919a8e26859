import { useTranslation } from "react-i18next";
import { type Field, fieldWith } from "../ui/field";

const known = ["missing", "too-long", "no-day", "large", "kind", "broken"] as const;
const isKnown = (error: string): error is (typeof known)[number] => (known as readonly string[]).includes(error);

/** Turns what the schema, or the image's cleaner, says of a field into a sentence beside it. */
export function useSaidOfEntry() {
  const { t } = useTranslation("journal");
  return (field: Field): Field =>
    fieldWith(field, { errors: field.errors?.map((error) => t(`errors.${isKnown(error) ? error : "other"}`)) });
}

const said = ["kept", "changed", "removed", "back", "erased", "reopened"] as const;

/** What the page of the journal can say that was just done. */
export const isSaid = (word: string): word is (typeof said)[number] => (said as readonly string[]).includes(word);
