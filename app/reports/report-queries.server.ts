import { and, desc, eq, gt, inArray, ne } from "drizzle-orm";
import { caseEntries, caseMessages, cases, decisions, lifts, posts, pseudonyms, reports } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../accounts/viewer";
import { agreementsInForce, clauseNamed } from "../agreements/agreements-queries.server";
import type { Conduct } from "../agreements/conducts";
import { titlesFor } from "../discussion/topics/topic-queries.server";
import { findName } from "../pseudonyms/find-name.server";
import { holdsText } from "./evidence.server";
import { reliefsFor } from "./forms";
import type { ReportedItem, SubjectKind } from "./item";
import { reportable } from "./permissions";
import { reliefHeld } from "./take-relief.server";

/** The states of a case in which nothing is decided yet. */
export const undecided = ["open", "claimed", "waiting-for-reporter", "waiting-for-second", "escalated"] as const;

/** The viewer's earlier report of the same thing for the same conduct, if it still stands for it; null otherwise. */
export async function findEarlierReport(
  read: Reader,
  viewer: Member,
  item: ReportedItem,
  conduct: Conduct,
): Promise<number | null> {
  const earlier = await read
    .select({ id: reports.id, caseId: reports.caseId, state: cases.state })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(
      and(
        eq(reports.reporterAccountId, viewer.accountId),
        eq(reports.kind, item.kind),
        eq(reports.subjectId, item.subjectId),
        eq(reports.conduct, conduct),
      ),
    );
  const pending = earlier.find((one) => (undecided as readonly string[]).includes(one.state));
  if (pending) return pending.id;
  // What somebody does goes on; what they wrote stays as it was decided, until they change it.
  if (item.kind === "pseudonym") return null;
  for (const one of earlier) if (await holdsText(read, [one.caseId], item.copy.text)) return one.id;
  return null;
}

/** What the form needs to know about a thing: what could be reported under the agreements of its time. */
export async function readReportForm(read: Reader, viewer: Member, item: ReportedItem) {
  const agreements = await agreementsInForce(read, item.written);
  // Behind a mask nobody's state is looked at: a name that vanished from the form would tell whose mask it was.
  const named =
    item.copy.masked ||
    (item.respondentPseudonymId !== null && (await findName(read, item.respondentPseudonymId)) !== null);
  return {
    kind: item.kind,
    subjectId: item.subjectId,
    author: named ? item.copy.author : "",
    place: item.kind === "post" ? await titleAround(read, viewer, item.subjectId) : item.copy.place,
    address: item.address,
    together: item.further?.length ?? 0,
    answerAddress: item.answerAddress,
    version: agreements.version,
    conducts: reportable(agreements),
  };
}

async function titleAround(read: Reader, viewer: Member, postId: number): Promise<string> {
  const [post] = await read.select({ topicId: posts.topicId }).from(posts).where(eq(posts.id, postId));
  return post ? ((await titlesFor(read, viewer, [post.topicId])).get(post.topicId) ?? "") : "";
}

/** How far a report has come, in the reporter's terms. */
export type ReportStatus = "waiting" | "goes-on" | "looked-at" | "second-look" | "passed-on" | "decided";

const statusOf = ({ state, taken }: Pick<typeof cases.$inferSelect, "state"> & { taken: number }): ReportStatus => {
  if (state === "open") return taken > 0 ? "goes-on" : "waiting";
  if (state === "claimed" || state === "waiting-for-reporter") return "looked-at";
  if (state === "waiting-for-second") return "second-look";
  return state === "escalated" ? "passed-on" : "decided";
};

const columns = {
  id: reports.id,
  kind: reports.kind,
  subjectId: reports.subjectId,
  conduct: reports.conduct,
  agreement: reports.agreement,
  wish: reports.wish,
  words: reports.words,
  aboutMe: reports.aboutMe,
  hide: reports.hide,
  filed: reports.filed,
  caseId: reports.caseId,
  state: cases.state,
  /** How often it was taken up. */
  taken: cases.leaseNumber,
  acknowledgeBy: cases.acknowledgeBy,
  decideBy: cases.decideBy,
  conductHour: cases.conductHour,
};

type Row = { id: number; kind: SubjectKind; subjectId: number; caseId: number };
/** Whom a name may be read of: one that was burned is as if it had never been. */
const unburned = ne(pseudonyms.state, "burned");

/** Until when an answer is waited for in each of the viewer's reports of which something was asked. */
async function askedOf(read: Reader, viewer: Member, now: Date) {
  const mine = and(eq(reports.caseId, caseMessages.caseId), eq(reports.alias, caseMessages.alias));
  const rows = await read
    .select({ id: reports.id, answerBy: caseMessages.answerBy })
    .from(caseMessages)
    .innerJoin(reports, and(mine, eq(reports.reporterAccountId, viewer.accountId)))
    .innerJoin(cases, eq(cases.id, caseMessages.caseId))
    .where(
      and(eq(caseMessages.side, "reporter"), gt(caseMessages.answerBy, now), inArray(cases.state, [...undecided])),
    );
  return new Map(rows.map((row) => [row.id, row.answerBy]));
}

/** The viewer's own reports, the newest first. `asked`: until when their answer is waited for, where they were asked. */
export async function listMyReports(read: Reader, viewer: Member, now: Date) {
  const rows = await read
    .select(columns)
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(eq(reports.reporterAccountId, viewer.accountId))
    .orderBy(desc(reports.filed), desc(cases.bump))
    .limit(200);
  const subjects = await subjectsOf(read, viewer, rows);
  const asked = await askedOf(read, viewer, now);
  return rows.map(({ caseId: _, state, taken, conductHour: __, words: ___, ...row }) => ({
    ...row,
    asked: asked.get(row.id) ?? null,
    status: statusOf({ state, taken }),
    ...subjects.get(row.id),
  }));
}

/** One of the viewer's own reports with its decision, or null for anybody else's. */
export async function findMyReport(read: Reader, viewer: Member, reportId: number) {
  const [row] = await read
    .select(columns)
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(and(eq(reports.id, reportId), eq(reports.reporterAccountId, viewer.accountId)));
  if (!row) return null;
  const { caseId, state, taken, conductHour, ...report } = row;
  const [passedOn, held, subjects, agreements, [decision], [lift]] = await Promise.all([
    read.$count(caseEntries, and(eq(caseEntries.caseId, caseId), eq(caseEntries.kind, "escalated"))),
    reliefHeld(read, viewer, row),
    subjectsOf(read, viewer, [row]),
    agreementsInForce(read, conductHour),
    read
      .select({
        outcome: decisions.outcome,
        days: decisions.days,
        agreement: decisions.agreement,
        removesPost: decisions.removesPost,
        reasons: decisions.toReporter,
        decided: decisions.decided,
      })
      .from(decisions)
      .where(and(eq(decisions.caseId, caseId), eq(decisions.state, "in-force")))
      .orderBy(desc(decisions.decided))
      .limit(1),
    read
      .select({ words: lifts.words })
      .from(lifts)
      .where(and(eq(lifts.caseId, caseId), eq(lifts.state, "done"))),
  ]);
  const subject = subjects.get(row.id);
  const nobody = row.kind === "elsewhere" && !subject?.author;
  return {
    ...report,
    ...subject,
    offered: reliefsFor(row.kind).filter((relief) => !held.has(relief) && !(nobody && relief !== "shelter")),
    // Whoever is blocked is muted, too: the one word says both.
    held: reliefsFor(row.kind).filter((relief) => held.has(relief) && !(relief === "mute" && held.has("block"))),
    status: statusOf({ state, taken }),
    passedOn,
    clause: clauseNamed(agreements, decision?.agreement ?? row.agreement) ?? null,
    decision: decision ? { ...decision, endedEarly: lift?.words ?? null } : null,
  };
}

/** In words the reporter knows: whose thing it was and where. A mask in a gathering stays a mask, and a burned name isn't named. */
async function subjectsOf(read: Reader, viewer: Member, rows: Row[]) {
  const idsOf = (kind: SubjectKind) => rows.filter((row) => row.kind === kind).map((row) => row.subjectId);
  const [byPost, byName, elsewhere] = await Promise.all([
    read
      .select({ id: posts.id, author: pseudonyms.name, topicId: posts.topicId })
      .from(posts)
      .leftJoin(pseudonyms, and(eq(pseudonyms.id, posts.pseudonymId), unburned))
      .where(inArray(posts.id, idsOf("post"))),
    read
      .select({ id: pseudonyms.id, author: pseudonyms.name })
      .from(pseudonyms)
      .where(and(inArray(pseudonyms.id, idsOf("pseudonym")), unburned)),
    read
      .select({ id: cases.subjectId, author: pseudonyms.name })
      .from(cases)
      .innerJoin(pseudonyms, and(eq(pseudonyms.id, cases.respondentPseudonymId), unburned))
      .where(and(eq(cases.subjectKind, "elsewhere"), inArray(cases.subjectId, idsOf("elsewhere")))),
  ]);
  const titles = await titlesFor(
    read,
    viewer,
    byPost.map((one) => one.topicId),
  );
  const known = new Map([...byPost, ...byName, ...elsewhere].map((one) => [one.id, one]));
  return new Map(
    rows.map((row) => {
      const found = known.get(row.subjectId);
      const place = found && "topicId" in found ? (titles.get(found.topicId) ?? "") : null;
      return [row.id, { author: found?.author ?? null, place }];
    }),
  );
}
