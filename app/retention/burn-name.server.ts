import { and, eq, gt } from "drizzle-orm";
import { accounts, offices, pseudonyms, shelters } from "#db/schema";
import { spendOnce, wasSpent } from "../accounts/spend-once.server";
import type { Member } from "../accounts/viewer";
import { vacateRooms } from "../gatherings/vacate-rooms.server";
import { type Outcome, refused } from "../platform/outcome";
import { DAY, HOUR, plus } from "../platform/time";
import { mayBurn, mayUndoBurning } from "../pseudonyms/permissions";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";

/** For how long burning can be taken back: a day at least, since only whole hours are kept. */
const UNDO_FOR = DAY + HOUR;

/** What is remembered of a name that was retired when it was burned, for as long as that burning can be taken back. */
const voiceOf = ({ id, undoUntil }: { id: number; undoUntil: Date | null }) => `${id} ${undoUntil?.getTime()}`;

/**
 * Burns one of the viewer's names, active or retired: from this commit on nobody sees it or a word of it, it speaks no more
 * and belongs nowhere, its offices end in the open. Nothing is erased for a day, so that it can be taken back. Never limited.
 * Refusals: `not-found`, `already-done`.
 */
export async function burnName(site: Site, viewer: Member, slot: number, now: Date): Promise<Outcome> {
  const allowed = mayBurn(viewer, slot);
  if (!allowed.ok) return allowed;
  const { accountId } = viewer;
  await site.limits.take("burn-name", { account: accountId }, now);
  const own = viewer.pseudonyms.find((name) => name.slot === slot)!;
  return site.database.transaction(async (tx) => {
    const [fresh] = await tx.select({ state: pseudonyms.state }).from(pseudonyms).where(eq(pseudonyms.id, own.id));
    if (!fresh || fresh.state === "burned") return refused("already-done");
    const [burned] = await tx
      .update(pseudonyms)
      .set({ state: "burned", undoUntil: plus(now, UNDO_FOR) })
      .where(eq(pseudonyms.id, own.id))
      .returning({ id: pseudonyms.id, undoUntil: pseudonyms.undoUntil });
    // Retired is for good: taking the burning back mustn't give the name its voice again.
    if (fresh.state === "retired") await spendOnce(tx, "voice", voiceOf(burned!), UNDO_FOR + HOUR, now);
    const next = viewer.pseudonyms.find((name) => name.state === "active" && name.slot !== slot);
    const speaks = and(eq(accounts.id, accountId), eq(accounts.slot, slot));
    if (next) await tx.update(accounts).set({ slot: next.slot }).where(speaks);
    const held = await tx.delete(offices).where(eq(offices.pseudonymId, own.id)).returning({ office: offices.office });
    for (const { office } of held)
      await appendToLog(tx, { act: "office-ended", office: "members", details: { office, name: own.name } }, now);
    await vacateRooms(site, tx, own.id, now);
    await tx.delete(shelters).where(eq(shelters.pseudonymId, own.id));
    tx.afterCommit(() => site.events.publish({ kind: "account-changed", accountId }));
    return { ok: true };
  });
}

/**
 * Takes burning back while its day lasts: the name speaks again unless it was retired before, and its posts, follows and circles are as they were.
 * Offices and gatherings that it hosted have gone to others, and shelter is over. Refusals: `not-found`, `already-done`, `closed`, `limited`.
 */
export async function undoBurning(site: Site, viewer: Member, slot: number, now: Date): Promise<Outcome> {
  const allowed = mayUndoBurning(viewer, slot, now);
  if (!allowed.ok) return allowed;
  const { accountId } = viewer;
  const pace = await site.limits.take("burn-name", { account: accountId }, now);
  if (!pace.ok) return pace;
  const own = viewer.pseudonyms.find((name) => name.slot === slot)!;
  return site.database.transaction(async (tx) => {
    const [burned] = await tx
      .select({ id: pseudonyms.id, undoUntil: pseudonyms.undoUntil })
      .from(pseudonyms)
      .where(eq(pseudonyms.id, own.id));
    const state = burned && (await wasSpent(tx, "voice", voiceOf(burned))) ? "retired" : "active";
    const back = await tx
      .update(pseudonyms)
      .set({ state, undoUntil: null })
      .where(and(eq(pseudonyms.id, own.id), eq(pseudonyms.state, "burned"), gt(pseudonyms.undoUntil, now)))
      .returning({ id: pseudonyms.id });
    if (!back.length) return refused("closed");
    tx.afterCommit(() => site.events.publish({ kind: "account-changed", accountId }));
    return { ok: true };
  });
}
