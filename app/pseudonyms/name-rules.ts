import { nameKeyOf } from "./name-key";

/** Why a name can't be used. Their words are in i18n `pseudonyms`. */
export type NameProblem =
  | "too-short"
  | "too-long"
  | "hidden-signs"
  | "mixed-scripts"
  | "imitates"
  | "odd-signs"
  | "staff"
  | "points-outside";

export const LONGEST_NAME = 30;
const SHORTEST_NAME = 2;

/** Scripts a name may be written in; one at a time, so that no letter passes for another's. */
const SCRIPTS = [
  /^[a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžșț]+$/u,
  /^\p{Script=Cyrillic}+$/u,
  /^\p{Script=Greek}+$/u,
  /^\p{Script=Arabic}+$/u,
  /^\p{Script=Hebrew}+$/u,
  /^\p{Script=Devanagari}+$/u,
  /^\p{Script=Bengali}+$/u,
  /^\p{Script=Thai}+$/u,
  /^\p{Script=Ethiopic}+$/u,
  /^\p{Script=Hangul}+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u,
];

/** Greek or Cyrillic letters alone that all have a Latin twin: nobody could tell such a name from a Latin one. */
const IMITATION = /^(?:[АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ]+|[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορικυα]+)$/u;

/** Words that would make a name look like the community's own voice, in both languages. */
const STAFF_WORDS = [
  "admin",
  "administrator",
  "administration",
  "administración",
  "administradora",
  "administrador",
  "moderator",
  "moderators",
  "moderation",
  "moderación",
  "moderadora",
  "moderador",
  "moderadores",
  "moderadoras",
  "organizer",
  "organiser",
  "organizadora",
  "organizador",
  "steward",
  "stewards",
  "staff",
  "support team",
  "soporte",
  "official",
  "oficial",
  "equipo oficial",
  "sysadmin",
  "webmaster",
  "understory",
  "helpdesk",
];
/** Too short to be looked for inside other words. */
const STAFF_WHOLE = [
  "mod",
  "mods",
  "root",
  "system",
  "sistema",
  "panel",
  "team",
  "equipo",
  "everyone",
  "here",
  "guest",
  "nobody",
];
/** How the software itself speaks of people. */
const RESERVED =
  /^(reporter|reporting|persona que reporta|respondent|panelist|speaker|mask|someone|deleted|removed)\s*\d*$/iu;

const staffStarts = STAFF_WORDS.map(nameKeyOf);
const staffWhole = new Set([...STAFF_WORDS, ...STAFF_WHOLE].map(nameKeyOf));

/** A name as it is kept: composed, with single spaces. */
export const tidyName = (typed: string) =>
  typed
    .normalize("NFC")
    .replace(/[ \u00a0]+/g, " ")
    .trim();

/** What is wrong with a name by itself, or null. `siteName`: the community's own name, which nobody may speak as. */
export function problemOf(name: string, siteName: string): NameProblem | null {
  const signs = [...name];
  if (signs.length > LONGEST_NAME) return "too-long";
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]|[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800]/u.test(name))
    return "hidden-signs";
  if (/[@/\\:#]|\.\p{L}{2,}|\d{5,}/u.test(name)) return "points-outside";
  const letters = name.replace(/[\s\d'’\-.]/gu, "").toLowerCase();
  if ([...letters.replace(/\p{M}/gu, "")].length < SHORTEST_NAME) return "too-short";
  if (/[^\p{L}\p{M}\d '’\-.]/u.test(name) || /\p{M}{2,}/u.test(name.normalize("NFC"))) return "odd-signs";
  if (!SCRIPTS.some((script) => script.test(letters.replace(/\p{M}/gu, "")))) {
    return SCRIPTS.filter((script) => [...letters].some((letter) => script.test(letter))).length > 1
      ? "mixed-scripts"
      : "odd-signs";
  }
  if (IMITATION.test(name.replace(/[^\p{L}]/gu, ""))) return "imitates";
  return soundsOfficial(name, siteName) ? "staff" : null;
}

function soundsOfficial(name: string, siteName: string): boolean {
  if (RESERVED.test(name)) return true;
  const whole = nameKeyOf(name);
  const parts = name
    .split(/[\s\-.'’]+/u)
    .map(nameKeyOf)
    .filter(Boolean);
  const site = nameKeyOf(siteName);
  if (whole === site) return true;
  // From each word on, so that neither a word before it nor a space inside of it hides what is meant.
  const onwards = [whole, ...parts.map((_, i) => parts.slice(i).join(""))];
  if (site.length >= 4 && onwards.some((rest) => rest.startsWith(site))) return true;
  if (parts.some((part) => staffWhole.has(part)) || staffWhole.has(whole)) return true;
  return onwards.some((rest) => staffStarts.some((word) => word.length >= 5 && rest.startsWith(word)));
}
