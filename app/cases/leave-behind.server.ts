import { and, eq, gt, inArray, isNull, ne, or } from "drizzle-orm";
import { caseDeals, cases, leftBehind, reports, sanctions, ties } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { newId } from "../platform/ids";
import { activeStates } from "./case-states";
import { dealCase } from "./deal-case.server";
import { forgetSaidInRoom } from "./room/say-in-room.server";
import { forgetShiftsOf } from "./shifts/forget-shifts.server";
import { forgetTalkOfLeaver } from "./talk/forget-talk.server";

type Leaver = { accountId: number; pseudonymIds: number[]; branch: number | null; joinedWeek: number };

/**
 * Leaves what open cases and live sanctions still need of an account that is about to be erased: for each case and side its
 * branch and the week it joined in. What it told in cases that are closed is erased. To be called before the account goes.
 */
export async function leaveBehind(tx: Tx, leaver: Leaver, now: Date): Promise<void> {
  const { branch, joinedWeek } = leaver;
  for (const { side, caseIds } of await stillNeeded(tx, leaver, now))
    for (const caseId of caseIds) await tx.insert(leftBehind).values({ id: newId(), caseId, side, branch, joinedWeek });
  await forgetTalkOfLeaver(tx, leaver);
  const closed = tx.select({ id: cases.id }).from(cases).where(eq(cases.state, "closed"));
  await tx
    .update(reports)
    .set({ words: "" })
    .where(and(eq(reports.reporterAccountId, leaver.accountId), inArray(reports.caseId, closed)));
}

async function stillNeeded(read: Reader, { accountId, pseudonymIds }: Leaver, now: Date) {
  const told = await read
    .selectDistinct({ caseId: reports.caseId })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(and(eq(reports.reporterAccountId, accountId), ne(cases.state, "closed")));
  const about = await read
    .select({ caseId: cases.id })
    .from(cases)
    .where(and(inArray(cases.respondentPseudonymId, pseudonymIds), ne(cases.state, "closed")));
  const bound = await read
    .select({ caseId: sanctions.caseId })
    .from(sanctions)
    .where(
      and(
        inArray(sanctions.pseudonymId, pseudonymIds),
        isNull(sanctions.lifted),
        or(isNull(sanctions.until), gt(sanctions.until, now)),
      ),
    );
  const unique = (rows: { caseId: number }[]) => new Set(rows.map((row) => row.caseId));
  return [
    { side: "reporter" as const, caseIds: unique(told) },
    { side: "respondent" as const, caseIds: unique([...about, ...bound]) },
  ];
}

/**
 * Takes these names off every case that was dealt to them, once their offices are gone: what they had claimed is open
 * again, and goes to whoever else handles cases. Ties that they declared, or that were declared with them, what they
 * wished for their work, and what they said among those on duty are forgotten.
 */
export async function passOnCases(tx: Tx, pseudonymIds: number[], now: Date): Promise<void> {
  await forgetShiftsOf(tx, pseudonymIds);
  await forgetSaidInRoom(tx, pseudonymIds);
  const dealt = await tx
    .selectDistinct({ id: cases.id })
    .from(caseDeals)
    .innerJoin(cases, eq(cases.id, caseDeals.caseId))
    .where(and(inArray(caseDeals.moderatorPseudonymId, pseudonymIds), inArray(cases.state, [...activeStates])));
  for (const { id } of dealt) await dealCase(tx, id, now);
  await tx.delete(caseDeals).where(inArray(caseDeals.moderatorPseudonymId, pseudonymIds));
  await tx
    .delete(ties)
    .where(or(inArray(ties.moderatorPseudonymId, pseudonymIds), inArray(ties.pseudonymId, pseudonymIds)));
}
