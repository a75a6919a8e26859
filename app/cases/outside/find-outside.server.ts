import { eq } from "drizzle-orm";
import { outsideReports, posts, topics } from "#db/schema";
import type { Reader } from "#db/types";
import { type Member, owns, silencedBy } from "../../accounts/viewer";
import { type Conduct, isConduct } from "../../agreements/conducts";
import { topicAddress } from "../../discussion/posts/prepare-text.server";
import type { OutsideReport } from "../../reports/outside/file-outside.server";
import { inOutsideOrder, isForStewards, isTakedown } from "../../reports/outside/rules";
import { openTold } from "../../reports/outside/sealed-words.server";
import { findSpace } from "../../spaces/space-queries.server";
import { conflictFacts } from "../conflict-queries.server";
import { handlingNames } from "../find-handler.server";
import { type Candidate, conflictOf } from "../recusal";

/** Somebody who may handle a report from outside, by the office they do it in. */
export type Hand = {
  found: OutsideReport & { conduct: Conduct };
  pseudonymId: number;
  office: "moderator" | "steward";
};

/** The most that is looked through at a time: what is left comes up when these are answered. */
const LOOKED_AT = 200;

/** Whether a conflict keeps a candidate from a report from outside. Who reported isn't known, so only the other side counts. */
export async function isInConflict(read: Reader, found: OutsideReport, candidate: Candidate): Promise<boolean> {
  const { id, respondentPseudonymId, conductHour } = found;
  if (respondentPseudonymId === null) return false;
  const about = { id, subjectId: id, respondentPseudonymId, conductHour };
  const facts = await conflictFacts(read, about, [candidate]);
  return conflictOf(candidate, facts) !== null;
}

/** The viewer as a handler of one report from outside; null where it doesn't exist for them. */
async function handOf(read: Reader, viewer: Member, found: OutsideReport): Promise<Hand | null> {
  const { conduct } = found;
  if (silencedBy(viewer) || !isConduct(conduct)) return null;
  const names = handlingNames(viewer).filter(({ office }) => office === "steward" || !isForStewards(conduct));
  for (const { office, pseudonymId } of names) {
    const candidate = { pseudonymId, accountId: viewer.accountId };
    if (!(await isInConflict(read, found, candidate))) return { found: { ...found, conduct }, pseudonymId, office };
  }
  return null;
}

/** One report from outside as one of its handlers meets it; null for everybody else. Conflicts are looked up anew each time. */
export async function findHand(read: Reader, viewer: Member, id: number): Promise<Hand | null> {
  const [found] = await read.select().from(outsideReports).where(eq(outsideReports.id, id));
  return found ? handOf(read, viewer, found) : null;
}

/** The open reports from outside that the viewer may handle: what is to be taken down first. */
export async function listOutside(read: Reader, viewer: Member, now: Date) {
  const rows = await read
    .select()
    .from(outsideReports)
    .where(eq(outsideReports.state, "open"))
    .orderBy(outsideReports.decideBy)
    .limit(LOOKED_AT);
  const mine = [];
  for (const row of rows) {
    const hand = await handOf(read, viewer, row);
    if (hand) mine.push({ ...hand.found, withYou: owns(viewer, row.passedToPseudonymId) });
  }
  return inOutsideOrder(mine).map(({ id, conduct, subjectKind, decideBy, hid, timesPassed, withYou }) => ({
    id,
    conduct,
    subjectKind,
    decideBy,
    hid,
    timesPassed,
    withYou,
    takedown: isTakedown(conduct),
    late: decideBy !== null && decideBy <= now,
  }));
}

/** All that a handler decides on. The words of the post stand in no answer: where they may see it, there is its address. */
export async function findOutside(read: Reader, viewer: Member, id: number, now: Date) {
  const hand = await findHand(read, viewer, id);
  if (!hand) return null;
  const { found } = hand;
  const { conduct, subjectKind, state, filed, decideBy, hid, timesPassed, passedToPseudonymId, caseId } = found;
  const post = await readPost(read, viewer, found);
  const open = state === "open";
  return {
    conduct,
    subjectKind,
    state,
    filed,
    decideBy,
    hid,
    timesPassed,
    withYou: owns(viewer, passedToPseudonymId),
    caseId,
    takedown: isTakedown(conduct),
    aside: isForStewards(conduct),
    late: open && decideBy !== null && decideBy <= now,
    told: openTold(found.id, found.sealed),
    post,
    can: {
      hide: open && isTakedown(conduct) && post?.state === "visible",
      answer: open,
      bring: open,
      show: open && hid && isForStewards(conduct),
    },
  };
}

export type OutsidePage = NonNullable<Awaited<ReturnType<typeof findOutside>>>;

/** Where the named post stands; its address only for whoever can see it there. */
async function readPost(read: Reader, viewer: Member, { subjectKind, subjectId }: OutsideReport) {
  if (subjectKind !== "post" || subjectId === null) return null;
  const [row] = await read
    .select({ state: posts.state, position: posts.position, topicId: posts.topicId, spaceId: topics.spaceId })
    .from(posts)
    .innerJoin(topics, eq(topics.id, posts.topicId))
    .where(eq(posts.id, subjectId));
  if (!row) return null;
  const sees = row.state === "visible" && (await findSpace(read, viewer, row.spaceId)) !== null;
  return { state: row.state, address: sees ? `${topicAddress(row.topicId)}/${row.position}` : null };
}
