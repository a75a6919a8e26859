import { and, eq } from "drizzle-orm";
import { caseEntries, cases, posts, reports } from "#db/schema";
import type { Reader } from "#db/types";
import { type Member, owns } from "../../accounts/viewer";
import { titlesFor } from "../../discussion/topics/topic-queries.server";
import { toLink } from "../../platform/ids";
import type { Case } from "../find-handler.server";
import { exchangeWithRespondent } from "./ask-side.server";
import { type Message, RESPONDENT, readMessages } from "./messages.server";
import { canAnswer, canState } from "./permissions";
import { deadlineAfterAsking, QUESTIONS_MOST } from "./rules";

/** All that was said with both sides of a case, for its handlers: the reporters by their aliases. */
export async function readTalk(read: Reader, found: Case, told: { alias: number; left: boolean }[]) {
  const messages = await readMessages(read, found.id);
  const exchange = await exchangeWithRespondent(read, found);
  const askedIn = messages.filter((one) => one.kind === "question");
  const threads = new Map<number, Message[]>();
  for (const one of messages) if (one.alias !== null) threads.set(one.alias, [...(threads.get(one.alias) ?? []), one]);
  const asked = (alias: number) => askedIn.filter((one) => one.side === "reporter" && one.alias === alias);
  const free = (alias: number) =>
    asked(alias).length < QUESTIONS_MOST && asked(alias).every((one) => one.answerBy === null);
  const here = new Set(told.filter((one) => !one.left).map((one) => one.alias));
  return {
    threads: [...threads].map(([alias, said]) => ({ alias, said, waits: waitsUntil(said) })),
    statement: messages.filter((one) => one.side === "respondent"),
    statementWaits: waitsUntil(messages.filter((one) => one.side === "respondent")),
    /** The reporters who can be asked now. */
    askable: [...here].filter(free),
    canAskRespondent: exchange.here && !exchange.waiting && exchange.asked < QUESTIONS_MOST,
    respondentAsked: exchange.asked > 0,
    spared: await isSpared(read, found.id),
    /** The deadline once somebody is asked. */
    deadline: deadlineAfterAsking(found, askedIn.length > 0),
    moves: found.severity !== "urgent" && askedIn.length === 0,
  };
}

export type Talk = Awaited<ReturnType<typeof readTalk>>;

const waitsUntil = (said: Message[]) => said.find((one) => one.answerBy !== null)?.answerBy ?? null;

/** Whether a handler wrote down why the one it is about isn't asked. */
export const isSpared = async (read: Reader, caseId: number) =>
  (await read.$count(caseEntries, and(eq(caseEntries.caseId, caseId), eq(caseEntries.kind, "not-asked")))) > 0;

/** What a side reads of its own thread: who asked stays with the handlers. */
const forSide = (said: Message[]) => said.map(({ position, kind, words, at }) => ({ position, kind, words, at }));

/** The viewer's own thread in the case of one of their reports, and nothing of any other; null for anybody else's report. */
export async function findMyTalk(read: Reader, viewer: Member, reportId: number) {
  const [mine] = await read
    .select({ caseId: reports.caseId, alias: reports.alias, state: cases.state })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(and(eq(reports.id, reportId), eq(reports.reporterAccountId, viewer.accountId)));
  if (!mine) return null;
  const said = await readMessages(read, mine.caseId, { side: "reporter", alias: mine.alias });
  return { said: forSide(said), waits: waitsUntil(said), canAnswer: canAnswer(mine.state).ok };
}

export type OwnTalk = NonNullable<Awaited<ReturnType<typeof findMyTalk>>>;

/**
 * What the viewer was asked about something that one of their own names did; null for anybody else, and until they are
 * asked. Says what it is about and under which conduct, and nothing of who reported or who decides.
 */
export async function findStatement(read: Reader, viewer: Member, caseId: number) {
  const [found] = await read.select().from(cases).where(eq(cases.id, caseId));
  if (!found || !owns(viewer, found.respondentPseudonymId)) return null;
  const exchange = await exchangeWithRespondent(read, found);
  if (exchange.asked === 0) return null;
  const said = await readMessages(read, caseId, RESPONDENT);
  return {
    name: viewer.pseudonyms.find((own) => own.id === found.respondentPseudonymId)?.name ?? "",
    kind: found.subjectKind,
    conduct: found.conduct,
    place: await placeOf(read, viewer, found),
    said: forSide(said),
    waits: waitsUntil(said),
    canAnswer: canState(found.state, exchange).ok,
    decided: found.state === "decided" || found.state === "appealed" || found.state === "closed",
  };
}

/** Where the viewer's own post stands, while it can be seen. */
async function placeOf(read: Reader, viewer: Member, found: Case) {
  if (found.subjectKind !== "post") return null;
  const [post] = await read
    .select({ topicId: posts.topicId, position: posts.position })
    .from(posts)
    .where(and(eq(posts.id, found.subjectId), eq(posts.state, "visible")));
  const title = post && (await titlesFor(read, viewer, [post.topicId])).get(post.topicId);
  return title ? { title, href: `/t/${toLink(post.topicId)}/${post.position}` } : null;
}
