import { and, eq, inArray } from "drizzle-orm";
import { cases, outsideReports } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { agreementsInForce, clauseOf } from "../../agreements/agreements-queries.server";
import { hidePost, showPost } from "../../discussion/posts/post-states.server";
import { type Outcome, refused } from "../../platform/outcome";
import { appendToLog } from "../../public-log/append-entry.server";
import { elsewhereItem, toldInWords } from "../../reports/elsewhere/elsewhere-item";
import { findPseudonymItem, postItem } from "../../reports/find-item.server";
import type { ReportedItem } from "../../reports/item";
import { fileForOutsider } from "../../reports/outside/file-for-outsider.server";
import { isForStewards, isTakedown, kindOf } from "../../reports/outside/rules";
import { openTold, sealAnswer, type Told } from "../../reports/outside/sealed-words.server";
import type { Site } from "../../site/site";
import { activeStates } from "../case-states";
import { earlier } from "../deadlines";
import { intoCase } from "../into-case.server";
import { findHand, type Hand } from "./find-outside.server";

type Work<T> = (tx: Tx, hand: Hand) => Promise<Outcome<T>>;

/** What every deed on a report from outside does around its own work. Refuses "not-found", "limited", "already-done". */
async function onOutside<T>(site: Site, viewer: Member, id: number, now: Date, work: Work<T>): Promise<Outcome<T>> {
  if (!(await findHand(site.database.read, viewer, id))) return refused("not-found");
  const pace = await site.limits.take("work-on-case", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const hand = await findHand(tx, viewer, id);
    if (!hand) return refused("not-found");
    return hand.found.state === "open" ? work(tx, hand) : refused("already-done");
  });
}

/** Hides the post that is to be taken down, at once and for all, until it is decided. Refuses "invalid" where there is none to hide. */
export const hideNamed = (site: Site, viewer: Member, id: number, now: Date): Promise<Outcome> =>
  onOutside(site, viewer, id, now, async (tx, { found, office }) => {
    const { conduct, subjectKind, subjectId } = found;
    if (!isTakedown(conduct) || subjectKind !== "post" || subjectId === null) return refused("invalid");
    if (!(await hidePost(tx, site, subjectId))) return refused("changed-meanwhile");
    await tx.update(outsideReports).set({ hid: true }).where(eq(outsideReports.id, id));
    const agreements = await agreementsInForce(tx, found.conductHour);
    const agreement = clauseOf(agreements, conduct).key;
    await appendToLog(tx, { act: "post-hidden", office, agreement, agreementVersion: agreements.version }, now);
    return { ok: true };
  });

/**
 * Answers in words, which end it. What had been hidden for it is shown again, unless a case looks at it; what was hidden as
 * child material stays hidden unless `show` is said.
 */
export const answerOutside = (
  site: Site,
  viewer: Member,
  { id, words, show }: { id: number; words: string; show: boolean },
  now: Date,
): Promise<Outcome> =>
  onOutside(site, viewer, id, now, async (tx, hand) => {
    const { found, office } = hand;
    if (found.hid && (show || !isForStewards(found.conduct))) await showAgain(tx, site, hand, now);
    await settle(tx, id, { state: "answered", sealedAnswer: sealAnswer(id, words) }, now);
    await appendToLog(
      tx,
      { act: "outside-answered", office, details: { kind: kindOf(found.conduct), answer: "words" } },
      now,
    );
    return { ok: true };
  });

/**
 * Opens a case about the named thing, or joins the one there is, or one about the words alone where nothing is named. It is
 * dealt and decided like any other; child material is sealed for stewards. Refuses "changed-meanwhile" where the thing is gone.
 */
export const bringIntoCase = (
  site: Site,
  viewer: Member,
  { id, words }: { id: number; words: string },
  now: Date,
): Promise<Outcome> =>
  onOutside(site, viewer, id, now, async (tx, { found, office, pseudonymId }) => {
    const { conduct, decideBy } = found;
    const told = openTold(id, found.sealed);
    const item = await itemOf(tx, found, told, now);
    if (!item) return refused("changed-meanwhile");
    const brought = { item, conduct, words: toldInWords(told), hidden: found.hid };
    const caseId = await fileForOutsider(site, tx, { ...brought, broughtBy: pseudonymId }, intoCase, now);
    // The 48 hours were promised to somebody, and go on.
    if (isTakedown(conduct) && decideBy) await hasten(tx, caseId, decideBy);
    const answer = words ? { sealedAnswer: sealAnswer(id, words) } : {};
    await settle(tx, id, { state: "in-case", caseId, ...answer }, now);
    await appendToLog(
      tx,
      { act: "outside-answered", office, details: { kind: kindOf(found.conduct), answer: "case" } },
      now,
    );
    return { ok: true };
  });

type Settled = Pick<typeof outsideReports.$inferInsert, "state" | "caseId" | "sealedAnswer">;

/** What was named, or what was told where nothing was; null where the named thing is gone. */
async function itemOf(tx: Tx, found: Hand["found"], told: Told, now: Date): Promise<ReportedItem | null> {
  const { id, subjectKind, subjectId, conductHour } = found;
  if (subjectId === null) return elsewhereItem({ subjectId: id, ...told }, null, conductHour);
  if (subjectKind === "post") return (await postItem(tx, subjectId))?.item ?? null;
  return findPseudonymItem(tx, subjectId, now);
}

const settle = (tx: Tx, id: number, changes: Settled, now: Date) =>
  tx
    .update(outsideReports)
    .set({ ...changes, settled: now, decideBy: null, passedToPseudonymId: null })
    .where(eq(outsideReports.id, id));

async function hasten(tx: Tx, caseId: number, decideBy: Date): Promise<void> {
  const [found] = await tx.select({ decideBy: cases.decideBy }).from(cases).where(eq(cases.id, caseId));
  await tx
    .update(cases)
    .set({ decideBy: earlier(found?.decideBy ?? null, decideBy) })
    .where(eq(cases.id, caseId));
}

async function showAgain(tx: Tx, site: Site, { found, office }: Hand, now: Date): Promise<void> {
  if (found.subjectKind !== "post" || found.subjectId === null) return;
  const looked = await tx.$count(
    cases,
    and(eq(cases.subjectKind, "post"), eq(cases.subjectId, found.subjectId), inArray(cases.state, [...activeStates])),
  );
  if (looked || !(await showPost(tx, site, found.subjectId))) return;
  await appendToLog(tx, { act: "post-shown", office }, now);
}
