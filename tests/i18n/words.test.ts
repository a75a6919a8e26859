import { expect, test } from "vitest";
import handbookInEnglish from "~/handbook/en/handbook";
import handbookInSpanish from "~/handbook/es/handbook";
import en from "~/i18n/en";
import es from "~/i18n/es";

type Said = { at: string; text: string };

/** Every text of a language with its address, e.g. `ui.places.me`. */
function textsOf(words: unknown, at = ""): Said[] {
  if (typeof words === "string") return [{ at, text: words }];
  return Object.entries(words as Record<string, unknown>).flatMap(([key, value]) =>
    textsOf(value, at ? `${at}.${key}` : key),
  );
}

const english = [...textsOf(en), ...textsOf(handbookInEnglish, "handbook pages")];
const spanish = [...textsOf(es), ...textsOf(handbookInSpanish, "handbook pages")];
const inEnglish = new Map(english.map(({ at, text }) => [at, text]));

/** Spanish has a third plural, for millions; it may be said or left out. */
const withoutMany = (said: Said[]) => said.map(({ at }) => at).filter((at) => !at.endsWith("_many"));

test("both languages say the same things", () => {
  expect(withoutMany(spanish).sort()).toEqual(withoutMany(english).sort());
});

test("no text is empty or begins or ends with a space", () => {
  expect([...english, ...spanish].filter(({ text }) => !text || text !== text.trim()).map(({ at }) => at)).toEqual([]);
});

test("both languages fill in the same gaps", () => {
  const gaps = (text: string) =>
    [...new Set([...text.matchAll(/{{-?\s*(\w+)[^}]*}}|<\/?(\w+)\s*\/?>/g)].map((m) => m[1] ?? `<${m[2]}>`))].sort();
  const unequal = spanish.flatMap(({ at, text }) => {
    const original = inEnglish.get(at) ?? inEnglish.get(at.replace(/_many$/, "_other"));
    return original !== undefined && `${gaps(text)}` !== `${gaps(original)}`
      ? [`${at}: ${gaps(original)} / ${gaps(text)}`]
      : [];
  });
  // "one" may be written as a word.
  expect(unequal.filter((line) => !/_one: count \/ $|_one: {2}\/ count$/.test(line))).toEqual([]);
});

/** Texts that are rightly the same in both languages. */
const SAME = /^(Understory|OK|No|English|Español|Atom|Markdown|Mute|Moderación|[\d\W]*|{{\w+}}[\s\W]*({{\w+}}\W*)*)$/;

test("nothing is left in English on a Spanish page", () => {
  const left = spanish
    .filter(({ at, text }) => inEnglish.get(at) === text && !SAME.test(text))
    .map(({ at, text }) => `${at}: ${text}`);
  expect(left).toEqual([]);
  const tells = /\b(the|you|your|and|with|this|that|they|is|are|here)\b/i;
  expect(spanish.filter(({ text }) => tells.test(text)).map(({ at, text }) => `${at}: ${text}`)).toEqual([]);
});

/** Forms that say which gender the reader or another member has. The pages speak of persons, or to *you*. */
const GENDERED = [
  /\bbienvenid(o|os|as)\b/i,
  /(?<!personas? )\bmoderador(es|as?)?\b/i,
  /(?<!personas? )\borganizador(es|as?)?\b/i,
  /(?<!personas? )\badministrador(es|as?)?\b/i,
  /\bautor(es|as?)?\b/i,
  /\busuari[oa]s?\b/i,
  /(?<!\b(he|has|ha|hemos|han) )\binvitad[oa]s?\b/i,
  /\bconectad[oa]s?\b/i,
  /\bregistrad[oa]s\b/i,
  /\bestás (segur|sol|list|suspendid|bloquead|silenciad)[oa]\b/i,
  /\b(nosotros|nosotras|vosotros|vosotras)\b/i,
  /\b(a|para|entre) (todos|todas)\b(?! (los|las|sus|tus|mis|estos|estas|esos|esas))/i,
  /\b(el|la|los|las|un|una) (miembro|miembra|panelista|superviviente|sobreviviente|anfitri[oó]n|anfitriona)/i,
  /\w+[oa][/@](a|o|s)\b/i,
  /\w+@s?\b(?![\w.])/,
  /\b\w+[oa]\([ao]s?\)/i,
  /\b\w+xs\b/i,
];

/** Words that look like one of them and are none, by address. */
const NOT_GENDERED: Record<string, string> = {};

test("Spanish says nobody's gender", () => {
  const said = spanish.flatMap(({ at, text }) =>
    GENDERED.filter((form) => form.test(text)).map((form) => ({
      at,
      line: `${at}: ${text.match(form)![0]} (${text})`,
    })),
  );
  expect(said.filter(({ at }) => !(at in NOT_GENDERED)).map(({ line }) => line)).toEqual([]);
});

test("English says nobody's gender", () => {
  const said = english.filter(({ text }) => /\b(he|she|his|her|him|hers|himself|herself|guys)\b/i.test(text));
  expect(said.map(({ at, text }) => `${at}: ${text}`)).toEqual([]);
});
