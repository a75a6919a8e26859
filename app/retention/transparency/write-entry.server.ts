import { and, desc, eq } from "drizzle-orm";
import { transparencyEntries } from "#db/schema";
import type { Tx } from "#db/types";
import type { Viewer } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import { appendToLog } from "../../public-log/append-entry.server";
import type { Site } from "../../site/site";
import type { EntryInput } from "./forms";
import { mayWriteTransparency } from "./permissions";

/**
 * Writes down for everybody what was asked of the community, or that nothing was. It can't be changed or taken back, only
 * added to. Answers with the entry's number. Refusals: `sign-in-first`, `not-allowed`, `suspended`, `muted`, `limited`,
 * `invalid` (a day ahead), `already-done` (the same entry is there).
 */
export async function writeEntry(
  site: Site,
  viewer: Viewer,
  input: EntryInput,
  now: Date,
): Promise<Outcome<{ number: number }>> {
  if (viewer.kind === "guest") return refused("sign-in-first");
  const may = mayWriteTransparency(viewer);
  if (!may.ok) return may;
  const pace = await site.limits.take("write-transparency", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  if (input.day > now) return refused("invalid");
  const row = rowOf(input);
  return site.database.transaction(async (tx) => {
    if (await isThere(tx, row)) return refused("already-done");
    const [last] = await tx
      .select({ bump: transparencyEntries.bump })
      .from(transparencyEntries)
      .orderBy(desc(transparencyEntries.bump))
      .limit(1);
    const number = (last?.bump ?? 0) + 1;
    await tx.insert(transparencyEntries).values({ ...row, bump: number, written: now });
    const details = { number, kind: row.kind, answer: row.answer };
    await appendToLog(tx, { act: "transparency-entry-written", office: "steward", details }, now);
    return { ok: true, number };
  });
}

type Row = Omit<typeof transparencyEntries.$inferInsert, "id" | "bump" | "written">;

function rowOf(input: EntryInput): Row {
  const { day, words, language } = input;
  if (input.what === "nothing")
    return { day, words, language, kind: "nothing-to-report", answer: "nothing-handed-over", handed: "" };
  const { kind, country = null, answer, handed, told } = input;
  return { day, words, language, kind, country, answer, handed, told };
}

/** Whether the same was written already, as by a second press. Of one day there is one "nothing". */
async function isThere(tx: Tx, row: Row): Promise<boolean> {
  const same = await tx
    .select({ words: transparencyEntries.words, handed: transparencyEntries.handed })
    .from(transparencyEntries)
    .where(and(eq(transparencyEntries.kind, row.kind), eq(transparencyEntries.day, row.day)));
  return same.some(
    ({ words, handed }) => row.kind === "nothing-to-report" || (words === row.words && handed === row.handed),
  );
}
