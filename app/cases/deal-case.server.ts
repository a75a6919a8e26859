import { and, eq, inArray } from "drizzle-orm";
import { caseDeals, cases } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { forgetNewsOfCase } from "../notifications/forget-news.server";
import { newId } from "../platform/ids";
import { appendToLog } from "../public-log/append-entry.server";
import { appendCaseEntry } from "./append-case-entry.server";
import { canMove } from "./case-states";
import { candidatesFor, type Disputed, officesFor, withoutConflict } from "./conflict-queries.server";
import { deal, oneMore } from "./dealing";
import { moveCase, unheld } from "./move-case.server";
import type { Candidate } from "./recusal";
import { tellFirst } from "./shifts/first-call.server";
import { readyAmong } from "./shifts/readiness";
import { readinessOf } from "./shifts/readiness-queries.server";

/** Whom a case is with after it was dealt: `nobody` when every handler has a conflict. `escalated`: by this very dealing. */
export type Dealt = { to: "moderators" | "steward" | "nobody"; recused: number; escalated: boolean };

const seed = () => newId() % 2 ** 32;

/** The unconflicted moderators, or the stewards where there are none and for what was set aside; and who of them is ready for it. */
async function pool(tx: Tx, disputed: Dealing, held: number[], now: Date) {
  const moderators = officesFor(disputed).includes("moderator") ? await candidatesFor(tx, "moderator", now) : [];
  const candidates = moderators.length ? moderators : await candidatesFor(tx, "steward", now);
  const { free, recused } = await withoutConflict(tx, disputed, candidates);
  return { free, recused, ready: await readyFor(tx, disputed, free, held, now) };
}

type Dealing = Disputed & { conduct: string; severity: "urgent" | "ordinary" };

async function readyFor(
  tx: Tx,
  { conduct }: { conduct: string },
  free: Candidate[],
  held: number[],
  now: Date,
): Promise<number[]> {
  const drawn = new Map(free.map((one) => [one.pseudonymId, newId()]));
  const tiebreak = (id: number) => drawn.get(id)!;
  return readyAmong(await readinessOf(tx, free, conduct, now), held, { tiebreak });
}

/**
 * Deals a case, or deals it anew after a party joined it, a tie was declared, or somebody rests or opted out: they lose it,
 * others take their place. With no moderator left it goes to one unconflicted steward, and the public log says so. Where
 * everybody without a conflict rests, it's dealt among them all the same: no case is ever out of everybody's sight.
 */
export async function dealCase(tx: Tx, caseId: number, now: Date, { quietly = false } = {}): Promise<Dealt> {
  const [disputed] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!disputed) throw new Error("no such case");
  const held = await heldBy(tx, caseId);
  const { free, recused, ready } = await pool(tx, disputed, held, now);
  const freeIds = free.map((one) => one.pseudonymId);
  const stewards = await withoutConflict(tx, disputed, await candidatesFor(tx, "steward", now));
  const stewardsReady = await readyFor(tx, disputed, stewards.free, held, now);
  const chosen = deal(ready.length || stewardsReady.length ? ready : freeIds, seed(), held);
  const others = held.filter((one) => !freeIds.includes(one));
  if (chosen.length) {
    const stay = others.filter((one) => stewardsReady.includes(one));
    await setDeals(tx, disputed, held, [...chosen, ...stay], now, quietly);
    return { to: "moderators", recused, escalated: false };
  }
  const stewardIds = stewardsReady.length ? stewardsReady : stewards.free.map((one) => one.pseudonymId);
  const steward = stewardIds.find((one) => held.includes(one)) ?? oneMore(stewardIds, seed(), []);
  await setDeals(tx, disputed, held, steward === undefined ? [] : [steward], now, quietly);
  const to = steward === undefined ? "nobody" : "steward";
  const escalated = canMove(disputed.state, "escalated");
  if (escalated) await escalate(tx, caseId, { recused, to }, now);
  return { to, recused, escalated };
}

/** Gives a case to one more who has no conflict and doesn't hold it yet: a moderator, else a steward. By which office, or undefined when nobody is left. */
export async function dealToOneMore(
  tx: Tx,
  disputed: Dealing,
  now: Date,
  { notAccount = null as number | null } = {},
): Promise<"moderator" | "steward" | undefined> {
  const held = await heldBy(tx, disputed.id);
  for (const office of officesFor(disputed)) {
    const { free } = await withoutConflict(tx, disputed, await candidatesFor(tx, office, now));
    const others = free.filter((one) => one.accountId !== notAccount && !held.includes(one.pseudonymId));
    const fresh = oneMore(await readyFor(tx, disputed, others, [], now), seed(), held);
    if (fresh === undefined) continue;
    await setDeals(tx, disputed, held, [...held, fresh], now, false);
    return office;
  }
  return undefined;
}

/** One of some who have no conflict, drawn by lot among those who are ready for this conduct; undefined when nobody is. */
export async function drawOne(tx: Tx, conduct: string, free: Candidate[], now: Date): Promise<number | undefined> {
  return oneMore(await readyFor(tx, { conduct }, free, [], now), seed(), []);
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

async function setDeals(tx: Tx, found: Dealing, before: number[], after: number[], now: Date, quietly: boolean) {
  const { id: caseId } = found;
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
  if (!quietly) await tellFirst(tx, found, fresh, now);
}
