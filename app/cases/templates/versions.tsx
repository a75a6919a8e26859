import { useTranslation } from "react-i18next";
import { Day } from "../../ui/day";
import { type Field, fieldWith } from "../../ui/field";
import { Folded } from "../../ui/folded";
import { Section } from "../../ui/page-header";
import { REASONS_MOST } from "../forms";

type Version = { version: number; words: string; written: Date | null; by: string | null };

/** Every version of a template, the newest first. */
export function Versions({ versions, language }: { versions: Version[]; language: string }) {
  const { t } = useTranslation("sanctions");
  return (
    <Section title={t("templates.versions")}>
      {versions.map(({ version, words, written, by }, i) => (
        <Folded
          key={version}
          summary={version ? t("templates.version", { version }) : t("templates.first")}
          hint={i === 0 ? t("templates.now") : undefined}
        >
          <p className="said" lang={language}>
            {words}
          </p>
          {written && (
            <p className="small soft">
              <Day date={written} /> {by && t("templates.by", { name: by })}
            </p>
          )}
        </Folded>
      ))}
    </Section>
  );
}

/** Turns what the schema says of a template's words into a sentence beside them. */
export function useSaidOfTemplate() {
  const { t } = useTranslation("sanctions");
  return (field: Field): Field => {
    if (!field.errors?.length) return field;
    const long = String(field.initialValue ?? "").length > REASONS_MOST;
    const why = field.errors.includes("marks") ? "marks" : long ? "long" : "missing";
    const named = { clause: "{{clause}}", days: "{{days}}", most: REASONS_MOST };
    return fieldWith(field, { errors: [t(`templates.errors.${why}`, named)] });
  };
}
