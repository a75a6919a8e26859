import { and, eq, inArray } from "drizzle-orm";
import { caseDeals, cases } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { forgetNewsOfCase } from "../notifications/forget-news.server";
import { newId } from "../platform/ids";
import { appendToLog } from "../public-log/append-entry.server";
import { appendCaseEntry } from "./append-case-entry.server";
import { canMove } from "./case-states";
import { candidatesFor, type Disputed, withoutConflict } from "./conflict-queries.server";
import { deal, oneMore } from "./dealing";
import { moveCase, unheld } from "./move-case.server";
import { tellHandlers } from "./tell.server";

/** Whom a case is with after it was dealt: `nobody` when every handler has a conflict. `escalated`: by this very dealing. */
export type Dealt = { to: "moderators" | "steward" | "nobody"; recused: number; escalated: boolean };

const seed = () => newId() % 2 ** 32;

/** The unconflicted moderators, or the stewards where a community has no moderators yet. */
async function pool(tx: Tx, disputed: Disputed, now: Date) {
  const moderators = await candidatesFor(tx, "moderator", now);
  const candidates = moderators.length ? moderators : await candidatesFor(tx, "steward", now);
  return withoutConflict(tx, disputed, candidates);
}

/**
 * Deals a case, or deals it anew after a party joined it or a tie was declared: those in conflict lose it, others take
 * their place. With no moderator left it goes to one unconflicted steward, and the public log says so.
 */
export async function dealCase(tx: Tx, caseId: number, now: Date, { quietly = false } = {}): Promise<Dealt> {
  const [disputed] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!disputed) throw new Error("no such case");
  const held = await heldBy(tx, caseId);
  const { free, recused } = await pool(tx, disputed, now);
  const freeIds = free.map((one) => one.pseudonymId);
  const chosen = deal(freeIds, seed(), held);
  const others = held.filter((one) => !freeIds.includes(one));
  if (chosen.length) {
    const stay = await stewardsAmong(tx, disputed, others, now);
    await setDeals(tx, caseId, held, [...chosen, ...stay], now, quietly);
    return { to: "moderators", recused, escalated: false };
  }
  const stewards = await withoutConflict(tx, disputed, await candidatesFor(tx, "steward", now));
  const stewardIds = stewards.free.map((one) => one.pseudonymId);
  const steward = stewardIds.find((one) => held.includes(one)) ?? oneMore(stewardIds, seed(), []);
  await setDeals(tx, caseId, held, steward === undefined ? [] : [steward], now, quietly);
  const to = steward === undefined ? "nobody" : "steward";
  const escalated = canMove(disputed.state, "escalated");
  if (escalated) await escalate(tx, caseId, { recused, to }, now);
  return { to, recused, escalated };
}

/** Gives a case to one more who has no conflict and doesn't hold it yet: a moderator, else a steward. By which office, or undefined when nobody is left. */
export async function dealToOneMore(
  tx: Tx,
  disputed: Disputed,
  now: Date,
  { notAccount = null as number | null } = {},
): Promise<"moderator" | "steward" | undefined> {
  const held = await heldBy(tx, disputed.id);
  for (const office of ["moderator", "steward"] as const) {
    const { free } = await withoutConflict(tx, disputed, await candidatesFor(tx, office, now));
    const ids = free.filter((one) => one.accountId !== notAccount).map((one) => one.pseudonymId);
    const fresh = oneMore(ids, seed(), held);
    if (fresh === undefined) continue;
    await setDeals(tx, disputed.id, held, [...held, fresh], now, false);
    return office;
  }
  return undefined;
}

/** Marks a case as one that its first handlers can't decide, in the case and in the public log. */
export async function escalate(
  tx: Tx,
  caseId: number,
  details: { recused?: number; to: string; missed?: string },
  now: Date,
): Promise<void> {
  const [found] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (found) await moveCase(tx, found, "escalated", unheld);
  await appendCaseEntry(tx, caseId, { kind: "escalated" }, now);
  await appendToLog(tx, { act: "case-escalated", office: "software", details }, now);
}

export const heldBy = async (tx: Reader, caseId: number) =>
  (await tx.select({ id: caseDeals.moderatorPseudonymId }).from(caseDeals).where(eq(caseDeals.caseId, caseId))).map(
    (row) => row.id,
  );

/** Stewards to whom the case was dealt as a further pair of eyes, as long as they have no conflict. */
async function stewardsAmong(tx: Tx, disputed: Disputed, ids: number[], now: Date): Promise<number[]> {
  if (!ids.length) return [];
  const stewards = (await candidatesFor(tx, "steward", now)).filter((one) => ids.includes(one.pseudonymId));
  return (await withoutConflict(tx, disputed, stewards)).free.map((one) => one.pseudonymId);
}

async function setDeals(tx: Tx, caseId: number, before: number[], after: number[], now: Date, quietly: boolean) {
  const lost = before.filter((one) => !after.includes(one));
  const fresh = after.filter((one) => !before.includes(one));
  if (lost.length) {
    await tx.delete(caseDeals).where(and(eq(caseDeals.caseId, caseId), inArray(caseDeals.moderatorPseudonymId, lost)));
    await forgetNewsOfCase(tx, caseId, lost);
    const [dropped] = await tx
      .select()
      .from(cases)
      .where(and(eq(cases.id, caseId), eq(cases.state, "claimed"), inArray(cases.holderPseudonymId, lost)));
    if (dropped) await moveCase(tx, dropped, "open", unheld);
  }
  if (!fresh.length) return;
  await tx.insert(caseDeals).values(fresh.map((moderatorPseudonymId) => ({ caseId, moderatorPseudonymId })));
  if (!quietly) await tellHandlers(tx, caseId, fresh, now);
}
