import { and, desc, eq, gt, ne, or } from "drizzle-orm";
import { cases, legalHolds } from "#db/schema";
import type { Reader } from "#db/types";
import { type Member, officeName, silencedBy } from "../../accounts/viewer";
import { toLink } from "../../platform/ids";
import { unseal } from "../../platform/keys.server";
import { plus } from "../../platform/time";
import { candidatesFor, withoutConflict } from "../conflict-queries.server";
import type { Case } from "../find-handler.server";
import { isSomebodyElse } from "../second-person.server";
import { WAITS } from "./rules";

export type Hold = typeof legalHolds.$inferSelect;

/** The cases whose sealed copies must stay at this moment. */
export const casesHeld = (read: Reader, now: Date) =>
  read.select({ caseId: legalHolds.caseId }).from(legalHolds).where(holdsNow(now));

/** A hold that waits for a second steward holds, too: for a week, since what is erased can't be brought back. */
const holdsNow = (now: Date) =>
  or(eq(legalHolds.state, "in-force"), and(eq(legalHolds.state, "waiting"), gt(legalHolds.placed, plus(now, -WAITS))));

/** How many things are kept for longer because a law or a court asks for it: a number for everybody. */
export const countHolds = (read: Reader, now: Date) => read.$count(legalHolds, holdsNow(now));

/** A case as a steward without any conflict meets it, dealt to them or not; null for everybody else. */
export async function findForSteward(
  read: Reader,
  viewer: Member,
  caseId: number,
  now: Date,
): Promise<{ found: Case; pseudonymId: number; others: number } | null> {
  const name = officeName(viewer, "steward");
  const [found] = await read.select().from(cases).where(eq(cases.id, caseId));
  if (name === undefined || !found || silencedBy(viewer)) return null;
  const { free } = await withoutConflict(read, found, await candidatesFor(read, "steward", now));
  if (!free.some((one) => one.accountId === viewer.accountId)) return null;
  const others = free.filter((one) => one.accountId !== viewer.accountId).length;
  return { found, pseudonymId: name, others };
}

type Words = { reason: string; reference: string };

/** What holds, the newest first, as far as the viewer has no conflict with it. */
export async function listHolds(read: Reader, viewer: Member, now: Date) {
  const rows = await read
    .select()
    .from(legalHolds)
    .where(ne(legalHolds.state, "lifted"))
    .orderBy(desc(legalHolds.placed), desc(legalHolds.id));
  const listed = [];
  for (const row of rows) {
    const seen = await findForSteward(read, viewer, row.caseId, now);
    if (!seen) continue;
    const byOther = await isSomebodyElse(read, [row.placedBy], viewer.accountId);
    const { reason, reference } = JSON.parse(unseal("legal-hold", row.sealed, String(row.id))) as Words;
    listed.push({
      id: toLink(row.id),
      case: toLink(row.caseId),
      state: row.state,
      placed: row.placed,
      until: row.state === "waiting" ? plus(row.placed, WAITS) : null,
      canConfirm: row.state === "waiting" && byOther,
      reason,
      reference,
    });
  }
  return listed;
}
