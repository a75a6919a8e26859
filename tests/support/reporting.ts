import { eq } from "drizzle-orm";
import { accounts, caseDeals, caseEntries, cases, pseudonymLinks, reports } from "#db/schema";
import { addNote } from "~/cases/add-note.server";
import { findCase } from "~/cases/case-queries.server";
import { claimCase } from "~/cases/claim-case.server";
import { decideCase } from "~/cases/decide-case.server";
import { intoCase } from "~/cases/into-case.server";
import { needsSecond } from "~/cases/outcomes";
import { listQueue } from "~/cases/queue-queries.server";
import { answerAsReporter, makeStatement } from "~/cases/talk/answer-handlers.server";
import { askForStatement, askReporter, spareStatement } from "~/cases/talk/ask-side.server";
import { fingerprint } from "~/platform/keys.server";
import type { Outcome } from "~/platform/outcome";
import { type FiledReport, fileReport } from "~/reports/file-report.server";
import { findPostItem } from "~/reports/find-item.server";
import { type ReportInput, reportForm } from "~/reports/forms";
import { openWorld, type Person, type World } from "./world";

type Asked = Partial<ReportInput>;

/** Reports a post as somebody; `null` when they can't see it. */
export async function tryReport(
  world: World,
  who: Person,
  postId: number,
  asked: Asked = {},
): Promise<Outcome<FiledReport> | null> {
  const viewer = await world.viewer(who);
  const item = await findPostItem(world.read, viewer, postId);
  const input = reportForm.parse({ conduct: "slur", ...asked });
  return item && fileReport(world.site, viewer, input, item, intoCase, world.now);
}

/** Reports a post, and answers with the report and its case. */
export async function report(world: World, who: Person, postId: number, asked: Asked = {}) {
  const filed = await tryReport(world, who, postId, asked);
  if (!filed?.ok) throw new Error(`${who.name} can't report: ${filed ? filed.reason : "not seen"}`);
  const [row] = await world.read.select().from(reports).where(eq(reports.id, filed.reportId));
  return { ...filed, caseId: row!.caseId, alias: row!.alias };
}

export const caseOf = async (world: World, caseId: number) =>
  (await world.read.select().from(cases).where(eq(cases.id, caseId)))[0]!;

/** The pseudonyms to whom a case was dealt. */
export const dealtTo = async (world: World, caseId: number) =>
  (await world.read.select().from(caseDeals).where(eq(caseDeals.caseId, caseId))).map(
    (row) => row.moderatorPseudonymId,
  );

/** Of some people one to whom the case was dealt, and one to whom it wasn't. */
export async function split(world: World, caseId: number, people: Person[]) {
  const dealt = await dealtTo(world, caseId);
  return {
    dealt: people.filter((person) => dealt.includes(person.pseudonymId)),
    others: people.filter((person) => !dealt.includes(person.pseudonymId)),
  };
}

export async function claim(world: World, who: Person, caseId: number) {
  const claimed = await claimCase(world.site, await world.viewer(who), caseId, world.now);
  if (!claimed.ok) throw new Error(`${who.name} can't claim: ${claimed.reason}`);
  return claimed.leaseNumber;
}

/** Writes a note as somebody who has claimed the case under this number. */
export const addNoteAs = async (world: World, who: Person, caseId: number, leaseNumber: number) =>
  addNote(world.site, await world.viewer(who), { caseId, leaseNumber, note: "Still reading." }, world.now);

type Decision = Omit<Parameters<typeof decideCase>[2], "caseId" | "leaseNumber">;

export const aMute: Decision = {
  outcome: "mute",
  days: 3,
  agreement: "no-slurs",
  removesPost: false,
  hideMisused: false,
  toReporter: "We muted them for three days.",
  toRespondent: "You called somebody part of a lobby.",
};

/** Claims a case and decides it at once; before what is serious with a reason why the other side isn't asked. */
export async function decide(world: World, who: Person, caseId: number, decision: Partial<Decision> = {}) {
  const leaseNumber = await claim(world, who, caseId);
  const viewer = await world.viewer(who);
  const given = { ...aMute, ...decision, caseId, leaseNumber };
  if (needsSecond(given.outcome, given.days ?? null))
    await spareStatement(world.site, viewer, { caseId, leaseNumber, note: "They share a phone." }, world.now);
  return decideCase(world.site, viewer, given, world.now);
}

/** Claims a case and asks a reporter, by their alias. */
export async function ask(world: World, who: Person, caseId: number, note: string, alias = 1) {
  const leaseNumber = await claim(world, who, caseId);
  return askReporter(world.site, await world.viewer(who), { caseId, leaseNumber, alias, note }, world.now);
}

type Statement = Partial<Parameters<typeof askForStatement>[2]>;

/** Claims a case and asks the one it is about. */
export async function askAbout(world: World, who: Person, caseId: number, given: Statement = {}) {
  const leaseNumber = await claim(world, who, caseId);
  const asked = { caseId, leaseNumber, note: "How do you see it?", risk: "no" as const, why: "", ...given };
  return askForStatement(world.site, await world.viewer(who), asked, world.now);
}

/** Answers as the reporter of a report. */
export const answer = async (world: World, who: Person, reportId: number, words: string) =>
  answerAsReporter(world.site, await world.viewer(who), { reportId, words }, world.now);

/** Makes a statement as the one a case is about. */
export const state = async (world: World, who: Person, caseId: number, words: string) =>
  makeStatement(world.site, await world.viewer(who), { caseId, words }, world.now);

/** `start`: when it begins, for a community that is served. */
type About = { moderators?: string[]; steward?: boolean; start?: Date };

export async function aCase({ moderators: names = ["Moss", "Fern"], steward = false, start }: About = {}) {
  const world = await openWorld(start ? { start } : {});
  const moderators: Person[] = [];
  for (const [i, name] of names.entries())
    moderators.push(await world.member(name, { offices: ["moderator"], branch: 90 + i, weeksHere: 90 + i }));
  const stewards = steward ? [await world.member("Oak", { offices: ["steward"], branch: 80, weeksHere: 99 })] : [];
  const survivor = await world.member("Wren", { branch: 1, weeksHere: 20 });
  const harasser = await world.member("Thorn", { branch: 3, weeksHere: 3, alsoAs: ["Bramble"] });
  const space = await world.space("members");
  const topic = await world.topic(survivor, space);
  const post = await world.post(harasser, topic, { body: "Pimp lobby!" });
  return { world, moderators, stewards, survivor, harasser, topic, post };
}

export async function aReportedCase(about: Parameters<typeof aCase>[0] = {}) {
  const setting = await aCase(about);
  const { caseId, reportId } = await report(setting.world, setting.survivor, setting.post.id);
  return { ...setting, caseId, reportId };
}

export const see = async (world: World, who: Person, caseId: number) =>
  findCase(world.site, await world.viewer(who), caseId, world.now);
export const queueOf = async (world: World, who: Person) => listQueue(world.read, await world.viewer(who), world.now);
export const kinds = async (world: World, caseId: number) =>
  (await world.read.select().from(caseEntries).where(eq(caseEntries.caseId, caseId)))
    .sort((a, b) => a.position - b.position)
    .map((entry) => entry.kind);

/** The account is gone with all that led to it; what its pseudonym wrote stays behind. */
export const leave = (world: World, who: Person) =>
  world.site.database.transaction(async (tx) => {
    const pseudonymLookup = fingerprint("pseudonym-lookup", `pseudonym:${who.pseudonymId}`);
    await tx.delete(pseudonymLinks).where(eq(pseudonymLinks.pseudonymLookup, pseudonymLookup));
    await tx.delete(accounts).where(eq(accounts.id, who.accountId));
  });
