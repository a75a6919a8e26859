import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { caseEntries, cases, decisions, posts, pseudonyms, reports, topics } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../accounts/viewer";
import { agreementsInForce } from "../agreements/agreements-queries.server";
import { toLink } from "../platform/ids";
import { accountBehind } from "../pseudonyms/sealed-link.server";
import type { SealedImage } from "../reports/item";
import { unusualReporters } from "../reports/unusual-reporters.server";
import type { Site } from "../site/site";
import { heldBy } from "./deal-case.server";
import { readEmergencies } from "./emergency/emergency-queries.server";
import { type Acting, type Case, findHandler, standingOf } from "./find-handler.server";
import { readLifting } from "./lifting/lift-queries.server";
import { readCopies } from "./note-reading.server";
import { tellsNobody } from "./outcomes";
import { canClaim, canSecond, canWork } from "./permissions";
import { readTimeline } from "./pile-ons/pile-on-queries.server";
import { voicesOf } from "./queue-queries.server";
import { respondentIsHere } from "./respondent.server";
import { wishesOf } from "./shifts/shift-queries.server";
import { readTalk } from "./talk/talk-queries.server";

/** The most reports shown on a case's page; more say little that is new, and are counted. */
const REPORTS_SHOWN = 20;

/** A case with all that its decision needs, for one of its handlers; null for everybody else. Names no reporter. That they read it is noted. */
export async function findCase(site: Site, viewer: Member, caseId: number, now: Date) {
  const { read } = site.database;
  const acting = await findHandler(read, viewer, caseId);
  if (!acting) return null;
  const { found } = acting;
  const copies = found.quarantine === "standing" ? [] : await readCopies(site, caseId, acting.pseudonymId, now);
  const [entries, made, prior, told, voices, agreements, context, others, atOnce, lifting] = await Promise.all([
    readEntries(read, caseId),
    readDecisions(read, caseId),
    readPrior(read, found),
    readReports(read, caseId),
    voicesOf(read, [caseId]),
    agreementsInForce(read, found.conductHour),
    found.quarantine === "standing" ? null : readContext(read, found),
    readOthers(read, acting),
    readEmergencies(read, found, viewer.accountId),
    readLifting(read, caseId, viewer.accountId, now),
  ]);
  const waiting = made.find((decision) => decision.state === "waiting-for-second");
  const decidedIt =
    waiting !== undefined && (await accountBehind(read, waiting.moderatorPseudonymId)) === viewer.accountId;
  const standing = standingOf(acting, now, decidedIt);
  const pileOn = found.subjectKind === "pile-on";
  const masked = found.subjectKind === "gathering-message" || copies.some(({ copy }) => copy.masked);
  return {
    id: found.id,
    subjectKind: found.subjectKind,
    namesNobody: found.respondentPseudonymId === null,
    tellsNobody: tellsNobody(found),
    conduct: found.conduct,
    severity: found.severity,
    state: found.state,
    opened: found.opened,
    decideBy: found.decideBy,
    late: found.decideBy !== null && found.decideBy <= now,
    leaseNumber: found.leaseNumber,
    leaseUntil: standing.leased ? found.leaseUntil : null,
    holder: standing.leased && found.state === "claimed" ? await nameOf(read, found.holderPseudonymId) : null,
    mine: standing.mine && found.state === "claimed",
    can: {
      claim: canClaim(standing).ok && !(standing.mine && found.state === "claimed" && standing.leased),
      work: canWork(standing).ok,
      second: canSecond(standing).ok,
    },
    plainText: (await wishesOf(read, acting.pseudonymId, now)).plainText,
    respondentLeft: found.respondentPseudonymId !== null && !(await respondentIsHere(read, found)),
    author: pileOn ? await nameOf(read, found.subjectId) : (copies[0]?.copy.author ?? (await authorOf(read, found))),
    unusual: await unusualReporters(read, caseId, now),
    timeline: pileOn ? await readTimeline(read, caseId) : [],
    aside: found.quarantine === "standing",
    copies: copies.map(({ id, copy: { image, ...copy }, taken, digest }) => ({
      ...copy,
      taken,
      digest,
      image: image ? { address: `/moderation/cases/${toLink(caseId)}/image/${toLink(id)}`, ...sizeOf(image) } : null,
    })),
    context,
    voices: voices.get(caseId) ?? 0,
    ...told,
    talk: await readTalk(read, found, told.reports),
    entries,
    decisions: made.map(({ moderatorPseudonymId: _, ...decision }) => decision),
    prior: masked || pileOn ? [] : prior,
    agreements,
    others,
    atOnce,
    lifting,
  };
}

export type CasePage = NonNullable<Awaited<ReturnType<typeof findCase>>>;

const sizeOf = ({ width, height }: SealedImage) => ({ width, height });

/** What was told, under aliases. */
async function readReports(read: Reader, caseId: number) {
  const rows = await read
    .select({
      alias: reports.alias,
      kind: reports.kind,
      conduct: reports.conduct,
      wish: reports.wish,
      words: reports.words,
      aboutMe: reports.aboutMe,
      hide: reports.hide,
      filed: reports.filed,
      left: sql<boolean>`${reports.reporterAccountId} is null`.mapWith(Boolean),
    })
    .from(reports)
    .where(eq(reports.caseId, caseId))
    .orderBy(asc(reports.alias), asc(reports.filed))
    .limit(REPORTS_SHOWN);
  const all = await read.$count(reports, eq(reports.caseId, caseId));
  const hiding = await read.$count(reports, and(eq(reports.caseId, caseId), eq(reports.hide, "pending")));
  return { reports: rows, moreReports: all - rows.length, hid: hiding > 0 };
}

const readEntries = (read: Reader, caseId: number) =>
  read
    .select({
      position: caseEntries.position,
      kind: caseEntries.kind,
      actor: pseudonyms.name,
      alias: caseEntries.alias,
      words: caseEntries.words,
      at: caseEntries.at,
    })
    .from(caseEntries)
    .leftJoin(pseudonyms, eq(pseudonyms.id, caseEntries.actorPseudonymId))
    .where(eq(caseEntries.caseId, caseId))
    .orderBy(asc(caseEntries.position));

const decisionColumns = {
  id: decisions.id,
  moderatorPseudonymId: decisions.moderatorPseudonymId,
  by: pseudonyms.name,
  state: decisions.state,
  outcome: decisions.outcome,
  days: decisions.days,
  agreement: decisions.agreement,
  removesPost: decisions.removesPost,
  toReporter: decisions.toReporter,
  toRespondent: decisions.toRespondent,
  decided: decisions.decided,
};

const readDecisions = (read: Reader, caseId: number) =>
  read
    .select(decisionColumns)
    .from(decisions)
    .leftJoin(pseudonyms, eq(pseudonyms.id, decisions.moderatorPseudonymId))
    .where(eq(decisions.caseId, caseId))
    .orderBy(desc(decisions.decided), desc(decisions.id));

/** Earlier decisions about this pseudonym. Its siblings' are not looked for. */
async function readPrior(read: Reader, { id, respondentPseudonymId }: Case) {
  if (respondentPseudonymId === null) return [];
  return read
    .select({
      outcome: decisions.outcome,
      days: decisions.days,
      agreement: decisions.agreement,
      decided: decisions.decided,
    })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .where(
      and(
        eq(cases.respondentPseudonymId, respondentPseudonymId),
        ne(cases.id, id),
        ne(cases.subjectKind, "gathering-message"),
        eq(decisions.state, "in-force"),
      ),
    )
    .orderBy(desc(decisions.decided))
    .limit(20);
}

/** Where the thing stands now; null when it's gone. The text is in the sealed copy. */
async function readContext(read: Reader, found: Case) {
  if (found.subjectKind !== "post") return null;
  const [row] = await read
    .select({
      state: posts.state,
      edited: posts.edited,
      position: posts.position,
      topicId: posts.topicId,
      title: topics.title,
    })
    .from(posts)
    .innerJoin(topics, eq(topics.id, posts.topicId))
    .where(eq(posts.id, found.subjectId));
  return row ?? null;
}

/** The others to whom the case was dealt: those it can be handed to. */
async function readOthers(read: Reader, { found, pseudonymId }: Acting) {
  const ids = (await heldBy(read, found.id)).filter((id) => id !== pseudonymId);
  const names = await read
    .select({ id: pseudonyms.id, name: pseudonyms.name })
    .from(pseudonyms)
    .where(inArray(pseudonyms.id, ids));
  return names
    .map(({ id, name }) => ({ value: toLink(id), label: name }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Of what was set aside the name is all that its page says of it. What was said under a mask stays nobody's. */
const authorOf = async (read: Reader, { quarantine, subjectKind, respondentPseudonymId }: Case) =>
  quarantine === "standing" && subjectKind !== "gathering-message" ? nameOf(read, respondentPseudonymId) : null;

async function nameOf(read: Reader, pseudonymId: number | null): Promise<string | null> {
  if (pseudonymId === null) return null;
  const [row] = await read.select({ name: pseudonyms.name }).from(pseudonyms).where(eq(pseudonyms.id, pseudonymId));
  return row?.name ?? null;
}
