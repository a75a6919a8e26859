import { and, eq, inArray, isNotNull, isNull, lt, lte, notInArray, or, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import {
  caseMessages,
  cases,
  drafts,
  evidence,
  evidenceReadings,
  heldBack,
  invitationEdges,
  invitations,
  journalEntries,
  legalHolds,
  matches,
  notifications,
  outsideReports,
  pileOnParts,
  roomMessages,
  sanctions,
  sessions,
  shieldCounts,
  shields,
  spentOnce,
} from "#db/schema";
import type { Tx } from "#db/types";
import { casesHeld } from "../cases/holds/hold-queries.server";
import { endLapsedHolds } from "../cases/holds/place-hold.server";
import { forgetPastBreaks, forgetPastWeeks, forgetShiftsWithoutOffice } from "../cases/shifts/forget-shifts.server";
import { plus } from "../platform/time";
import { endShelters } from "../safety/shelter/end-by-itself.server";
import { forgetLeftBehind, forgetNamesNobodyHolds, forgetWordsOfLeft } from "./forget-left.server";
import { periods, type SweptTable } from "./periods";

/** Erases or empties at most `most` of the rows whose time is over; answers how many there were. */
export type Sweep = (tx: Tx, now: Date, most: number) => Promise<number>;

const rowsOver =
  (table: PgTable, key: PgColumn, isOver: (tx: Tx, now: Date) => SQL): Sweep =>
  async (tx, now, most) => {
    const due = await tx.select({ key }).from(table).where(isOver(tx, now)).limit(most);
    const keys = due.map((row) => row.key);
    if (keys.length > 0) await tx.delete(table).where(inArray(key, keys));
    return keys.length;
  };

/** Before this, the period of a table had begun long enough ago. */
const since = (table: SweptTable, now: Date) => plus(now, -periods[table].ms);

/** Rooms of gatherings are erased by their own sweep, and what an account left behind by the rules below. */
type SweptElsewhere = "gatheringGoers" | "gatheringSeats" | "gatheringMessages" | "gatheringAnswers" | "leftBehind";

/** One for every table whose rows go by themselves: the type says when one is missing. */
const rows: Record<Exclude<SweptTable, SweptElsewhere>, Sweep> = {
  sessions: rowsOver(sessions, sessions.id, (_, now) => lte(sessions.expires, since("sessions", now))),
  spentOnce: rowsOver(spentOnce, spentOnce.mark, (_, now) => lt(spentOnce.until, since("spentOnce", now))),
  invitations: rowsOver(invitations, invitations.id, (_, now) => lte(invitations.expires, since("invitations", now))),
  invitationEdges: rowsOver(invitationEdges, invitationEdges.inviteeAccountId, (_, now) =>
    lt(invitationEdges.since, since("invitationEdges", now)),
  ),
  notifications: rowsOver(notifications, notifications.id, (_, now) =>
    lt(notifications.created, since("notifications", now)),
  ),
  journalEntries: rowsOver(journalEntries, journalEntries.id, (_, now) =>
    lt(journalEntries.removed, since("journalEntries", now)),
  ),
  matches: rowsOver(matches, matches.id, (_, now) => lte(matches.until, since("matches", now))),
  outsideReports: rowsOver(outsideReports, outsideReports.id, (_, now) =>
    lt(outsideReports.settled, since("outsideReports", now)),
  ),
  drafts: rowsOver(drafts, drafts.id, (_, now) => lt(drafts.kept, since("drafts", now))),
  // A legal hold suspends this for the copies of its own case, and for nothing else.
  evidence: rowsOver(
    evidence,
    evidence.id,
    (tx, now) =>
      and(
        inArray(evidence.caseId, closedBefore(tx, "evidence", now)),
        notInArray(evidence.caseId, casesHeld(tx, now)),
      )!,
  ),
  legalHolds: rowsOver(legalHolds, legalHolds.id, (_, now) => lt(legalHolds.lifted, since("legalHolds", now))),
  pileOnParts: rowsOver(
    pileOnParts,
    pileOnParts.id,
    (tx, now) =>
      and(
        inArray(pileOnParts.caseId, closedBefore(tx, "pileOnParts", now)),
        notInArray(pileOnParts.caseId, casesHeld(tx, now)),
      )!,
  ),
  caseMessages: rowsOver(caseMessages, caseMessages.id, (tx, now) =>
    inArray(caseMessages.caseId, closedBefore(tx, "caseMessages", now)),
  ),
  evidenceReadings: rowsOver(evidenceReadings, evidenceReadings.caseId, (tx, now) =>
    inArray(evidenceReadings.caseId, closedBefore(tx, "evidenceReadings", now)),
  ),
  roomMessages: rowsOver(roomMessages, roomMessages.id, (_, now) => lt(roomMessages.said, since("roomMessages", now))),
  rotaWeeks: forgetPastWeeks,
  shieldCounts: rowsOver(shieldCounts, shieldCounts.id, (_, now) => lt(shieldCounts.hour, since("shieldCounts", now))),
  shields: rowsOver(shields, shields.id, (_, now) => lt(shields.ended, since("shields", now))),
  heldBack: rowsOver(heldBack, heldBack.id, (_, now) => lt(heldBack.held, since("heldBack", now))),
  // After what was held: whoever has nothing left is told nothing.
  shelters: endShelters,
};

/** The cases that closed so long ago that what hangs on them goes. */
const closedBefore = (tx: Tx, table: "evidence" | "pileOnParts" | "caseMessages" | "evidenceReadings", now: Date) =>
  tx
    .select({ id: cases.id })
    .from(cases)
    .where(lt(cases.closed, since(table, now)));

const caseIsTimed = or(
  isNotNull(cases.acknowledgeBy),
  isNotNull(cases.decideBy),
  isNotNull(cases.leaseUntil),
  isNotNull(cases.remindedOf),
);

/** What stays, and loses its minutes. */
const minutes: Record<string, Sweep> = {
  /** Deadlines are kept to the minute only while they lie ahead. */
  deadlinesOfClosedCases: async (tx, _, most) => {
    const due = await tx
      .select({ id: cases.id })
      .from(cases)
      .where(and(isNotNull(cases.closed), caseIsTimed))
      .limit(most);
    const ids = due.map(({ id }) => id);
    if (ids.length > 0)
      await tx
        .update(cases)
        .set({ acknowledgeBy: null, decideBy: null, remindedOf: null, leaseUntil: null, holderPseudonymId: null })
        .where(inArray(cases.id, ids));
    return ids.length;
  },
  endedSanctions: async (tx, now, most) => {
    const ended = await tx
      .select({ id: sanctions.id, until: sanctions.until })
      .from(sanctions)
      .where(and(isNull(sanctions.lifted), lte(sanctions.until, now)))
      .limit(most);
    for (const { id, until } of ended)
      await tx.update(sanctions).set({ lifted: until, until: null }).where(eq(sanctions.id, id));
    return ended.length;
  },
};

/** What belongs to an office, once it is over. */
const ofOffices: Record<string, Sweep> = { pastBreaks: forgetPastBreaks, wishesForWork: forgetShiftsWithoutOffice };

/** What accounts that left for good need no longer leave. */
const left: Record<string, Sweep> = {
  leftBehind: forgetLeftBehind,
  wordsOfLeft: forgetWordsOfLeft,
  namesNobodyHolds: forgetNamesNobodyHolds,
};

/** Before what they held: it goes in the same hour. */
const lapsed: Record<string, Sweep> = { lapsedHolds: endLapsedHolds };

export const sweeps: Record<string, Sweep> = { ...lapsed, ...rows, ...minutes, ...ofOffices, ...left };
