import { randomInt } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";
import { readSettings } from "../agreements/settings-queries.server";
import type { Language } from "../i18n/i18n";
import { keysOfName } from "./held-name.server";
import { nameKeyOf } from "./name-key";
import { type NameProblem, problemOf, tidyName } from "./name-rules";
import { nameWords } from "./name-words";

/** `taken`: in use now or ever before, or looking like one that is. */
export type Checked = { ok: true; name: string; nameKey: string } | { ok: false; problem: NameProblem | "taken" };

/** Whether a name can become a pseudonym; tidied, with the key that keeps it from being used twice. */
export async function checkName(read: Reader, typed: string, siteName?: string): Promise<Checked> {
  if (typed.length > 500) return { ok: false, problem: "too-long" };
  const name = tidyName(typed);
  const problem = problemOf(name, siteName ?? (await readSettings(read)).name);
  if (problem) return { ok: false, problem };
  const nameKey = nameKeyOf(name);
  const [same] = await read
    .select({ id: pseudonyms.id })
    .from(pseudonyms)
    .where(inArray(pseudonyms.nameKey, keysOfName(nameKey)));
  return same ? { ok: false, problem: "taken" } : { ok: true, name, nameKey };
}

/** The active pseudonym of a name typed by whoever knows it, look-alikes excluded; null when there's none. */
export async function findByName(read: Reader, typed: string) {
  const name = tidyName(typed.slice(0, 500));
  const [found] = await read
    .select({ id: pseudonyms.id, name: pseudonyms.name, leaf: pseudonyms.leaf, state: pseudonyms.state })
    .from(pseudonyms)
    .where(eq(pseudonyms.nameKey, nameKeyOf(name)));
  return found?.state === "active" && found.name.toLowerCase() === name.toLowerCase() ? found : null;
}

/** `count` different free names of two warm words in a language; fewer only when the community has used nearly all. */
export async function proposeNames(read: Reader, language: Language, count: number): Promise<string[]> {
  const { first, second } = nameWords[language];
  const drawn = new Map<string, string>();
  for (let i = 0; i < count * 6; i++) {
    const name = `${first[randomInt(first.length)]} ${second[randomInt(second.length)]}`;
    drawn.set(nameKeyOf(name), name);
  }
  const keys = [...drawn.keys()];
  const used = await read
    .select({ nameKey: pseudonyms.nameKey })
    .from(pseudonyms)
    .where(inArray(pseudonyms.nameKey, keys.flatMap(keysOfName)));
  const taken = new Set(used.map((row) => row.nameKey));
  for (const key of keys) if (keysOfName(key).some((one) => taken.has(one))) drawn.delete(key);
  return [...drawn.values()].slice(0, count);
}
