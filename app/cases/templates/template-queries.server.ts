import { and, desc, eq } from "drizzle-orm";
import { decisionTemplates, pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";
import { fixedWords } from "../../i18n/words.server";
import type { TemplateKey } from "./forms";

const matching = ({ outcome, side, language }: TemplateKey) =>
  and(
    eq(decisionTemplates.outcome, outcome),
    eq(decisionTemplates.side, side),
    eq(decisionTemplates.language, language),
  );

/** The words that came with the product, with their marks as they stand. */
export const firstWords = ({ outcome, side, language }: TemplateKey): string =>
  fixedWords(language, "cases")(`templates.${side === "reporter" ? "toReporter" : "toRespondent"}.${outcome}`, {
    clause: "{{clause}}",
    days: "{{days}}",
  });

/** The words that reasons begin from now, and their version: 0 as long as nobody has written any. */
export async function templateNow(read: Reader, key: TemplateKey): Promise<{ version: number; words: string }> {
  const [last] = await read
    .select({ version: decisionTemplates.version, words: decisionTemplates.words })
    .from(decisionTemplates)
    .where(matching(key))
    .orderBy(desc(decisionTemplates.version))
    .limit(1);
  return last ?? { version: 0, words: firstWords(key) };
}

/** Every version of a template, the newest first, the product's own last. */
export async function templateVersions(read: Reader, key: TemplateKey) {
  const written = await read
    .select({
      version: decisionTemplates.version,
      words: decisionTemplates.words,
      written: decisionTemplates.written,
      by: pseudonyms.name,
    })
    .from(decisionTemplates)
    .leftJoin(pseudonyms, eq(pseudonyms.id, decisionTemplates.writtenByPseudonymId))
    .where(matching(key))
    .orderBy(desc(decisionTemplates.version));
  return [...written, { version: 0, words: firstWords(key), written: null, by: null }];
}
