import { asc, eq } from "drizzle-orm";
import { transparencyCorrections, transparencyEntries } from "#db/schema";
import type { Viewer } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import { appendToLog } from "../../public-log/append-entry.server";
import type { Site } from "../../site/site";
import type { CorrectionInput } from "./forms";
import { mayWriteTransparency } from "./permissions";

/**
 * Adds a correction, or what came of it, to an entry of the transparency page. The entry stays as it was. Refusals:
 * `sign-in-first`, `not-allowed`, `suspended`, `muted`, `limited`, `not-found`, `already-done` (the same words are there).
 */
export async function correctEntry(
  site: Site,
  viewer: Viewer,
  input: Omit<CorrectionInput, "what">,
  now: Date,
): Promise<Outcome<{ number: number }>> {
  if (viewer.kind === "guest") return refused("sign-in-first");
  const may = mayWriteTransparency(viewer);
  if (!may.ok) return may;
  const pace = await site.limits.take("write-transparency", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const { entry: number, words, language } = input;
  return site.database.transaction(async (tx) => {
    const [entry] = await tx
      .select({ id: transparencyEntries.id, kind: transparencyEntries.kind })
      .from(transparencyEntries)
      .where(eq(transparencyEntries.bump, number));
    if (!entry) return refused("not-found");
    // Where nobody asked there is no answer that could change.
    const answer = entry.kind === "nothing-to-report" ? null : (input.answer ?? null);
    const before = await tx
      .select()
      .from(transparencyCorrections)
      .where(eq(transparencyCorrections.entryId, entry.id))
      .orderBy(asc(transparencyCorrections.bump));
    if (before.some((one) => one.words === words && one.answer === answer)) return refused("already-done");
    const bump = before.length + 1;
    await tx.insert(transparencyCorrections).values({ entryId: entry.id, written: now, bump, answer, words, language });
    const details: Record<string, string | number> = answer ? { number, answer } : { number };
    await appendToLog(tx, { act: "transparency-entry-corrected", office: "steward", details }, now);
    return { ok: true, number };
  });
}
