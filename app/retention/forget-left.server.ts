import { and, eq, gt, inArray, isNotNull, isNull, ne, notInArray, or } from "drizzle-orm";
import {
  cases,
  circleMembers,
  follows,
  gatheringGoers,
  leftBehind,
  notifications,
  pseudonyms,
  reports,
  sanctions,
} from "#db/schema";
import { accountsBehind } from "../pseudonyms/sealed-link.server";
import type { Sweep } from "./sweeps.server";

/** Forgets what accounts left behind for cases that are closed, as far as nothing that was decided in them is still in force. */
export const forgetLeftBehind: Sweep = async (tx, now, most) => {
  const undecided = tx.select({ id: cases.id }).from(cases).where(ne(cases.state, "closed"));
  const inForce = tx
    .select({ id: sanctions.caseId })
    .from(sanctions)
    .where(and(isNull(sanctions.lifted), or(isNull(sanctions.until), gt(sanctions.until, now))));
  const over = and(
    notInArray(leftBehind.caseId, undecided),
    or(eq(leftBehind.side, "reporter"), notInArray(leftBehind.caseId, inForce)),
  );
  const due = await tx.select({ id: leftBehind.id }).from(leftBehind).where(over).limit(most);
  const ids = due.map((row) => row.id);
  if (ids.length) await tx.delete(leftBehind).where(inArray(leftBehind.id, ids));
  return ids.length;
};

/** Erases what reporters who left had told, once its case is closed. */
export const forgetWordsOfLeft: Sweep = async (tx, _now, most) => {
  const due = await tx
    .select({ id: reports.id })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(and(isNull(reports.reporterAccountId), ne(reports.words, ""), eq(cases.state, "closed")))
    .limit(most);
  const ids = due.map((row) => row.id);
  if (ids.length) await tx.update(reports).set({ words: "" }).where(inArray(reports.id, ids));
  return ids.length;
};

/**
 * Forgets what was addressed to names whose owner has left: a deed that was under way while somebody left may have written
 * it a moment later. There is never much of it.
 */
export const forgetNamesNobodyHolds: Sweep = async (tx) => {
  const silent = tx.select({ id: pseudonyms.id }).from(pseudonyms).where(ne(pseudonyms.state, "active"));
  for (const table of [follows, circleMembers, gatheringGoers, notifications] as const) {
    const rows = await tx
      .selectDistinct({ id: table.pseudonymId })
      .from(table)
      .where(and(isNotNull(table.pseudonymId), inArray(table.pseudonymId, silent)));
    const named = rows.flatMap(({ id }) => (id === null ? [] : [id]));
    const held = await accountsBehind(tx, named);
    const gone = named.filter((id) => !held.has(id));
    if (gone.length) await tx.delete(table).where(inArray(table.pseudonymId, gone));
  }
  return 0;
};
