import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "#db/open";
import { accounts, offices, pseudonyms, sessions } from "#db/schema";
import type { Database } from "#db/types";
import { findCase } from "~/cases/case-queries.server";
import { escalateOverdue } from "~/cases/escalate-overdue.server";
import { intoCase } from "~/cases/into-case.server";
import { listQueue } from "~/cases/queue-queries.server";
import { memoryCounters } from "~/limits/counters";
import { createLimits } from "~/limits/limits";
import { createShield } from "~/limits/shield/shield";
import { createEvents } from "~/platform/events";
import { newId } from "~/platform/ids";
import { DAY, floorToHour, plus, weekOf } from "~/platform/time";
import { memberOf } from "~/pseudonyms/find-viewer.server";
import { nameKeyOf } from "~/pseudonyms/name-key";
import { sealLink } from "~/pseudonyms/sealed-link.server";
import { fileReport } from "~/reports/file-report.server";
import { reportForm } from "~/reports/forms";
import type { ReportedItem } from "~/reports/item";
import type { Site } from "~/site/site";

/** How many reports of one thing, and how many cases. */
const STORM = Number(process.argv[2] ?? 1_000);
const TIMES = 15;

const now = new Date("2026-05-04T13:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "understory-cases-"));
const database = await openDatabase({ url: process.env.DATABASE_URL, file: join(folder, "understory.db") });
const site: Site = { database, limits: createLimits(memoryCounters()), shield: createShield(), events: createEvents() };

try {
  await measure(site);
} finally {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(site: Site) {
  const moderators = [];
  for (let i = 0; i < 4; i++) moderators.push(await aMember(database, `Moderator ${letters(i)}`, i, true));
  const harasser = await aMember(database, "Thorn", 10, false);
  const reporters = [];
  for (let i = 0; i < STORM; i++) reporters.push(await aMember(database, `Reporter ${letters(i)}`, 100 + i, false));

  const one = itemOf(harasser.pseudonymId);
  const filing: number[] = [];
  for (const who of reporters) filing.push(await timed(() => fileAs(site, who, one)));
  say(`report 1 to 10 of one thing`, filing.slice(0, 10));
  say(`the last 10 of ${STORM}`, filing.slice(-10));
  for (const who of reporters) await fileAs(site, who, itemOf(harasser.pseudonymId));

  const viewers = await Promise.all(moderators.map((who) => viewerOf(site, who)));
  const queues = await Promise.all(viewers.map((viewer) => listQueue(database.read, viewer, now)));
  const at = queues.findIndex((queue) => queue[0] && queue[0].voices > 1);
  const [viewer, queue] = [viewers[at]!, queues[at]!];
  say(`queue page, ${queue.length} cases`, await often(() => listQueue(database.read, viewer, now)));
  const [stormed, plain] = [queue[0]!, queue.at(-1)!];
  say(`case page, ${STORM} reports`, await often(() => findCase(site, viewer, stormed.id, now)));
  say("case page, 1 report", await often(() => findCase(site, viewer, plain.id, now)));
  const late = plus(now, 2 * DAY);
  say(`passing ${STORM + 1} overdue cases on, at once`, [await timed(() => escalateOverdue(site, late))]);
}

type Somebody = { accountId: number; pseudonymId: number; sessionId: string };

async function aMember(database: Database, name: string, n: number, moderator: boolean): Promise<Somebody> {
  const who = { accountId: newId(), pseudonymId: newId(), sessionId: `session ${name}` };
  await database.transaction(async (tx) => {
    await tx.insert(accounts).values({
      id: who.accountId,
      signInKey: name,
      secretHash: "none",
      secretKind: "codename",
      recoveryHash: name,
      standing: "member",
      joinedWeek: weekOf(now) - 200 - n,
      lastSeen: now,
      branch: n,
    });
    await tx
      .insert(sessions)
      .values({ id: who.sessionId, accountId: who.accountId, expires: plus(now, DAY), ownDevice: true, started: now });
    await tx.insert(pseudonyms).values({ id: who.pseudonymId, name, nameKey: nameKeyOf(name), leaf: 1 });
    await sealLink(tx, { accountId: who.accountId, slot: 1, pseudonymId: who.pseudonymId });
    if (moderator) await tx.insert(offices).values({ pseudonymId: who.pseudonymId, office: "moderator", since: now });
  });
  return who;
}

/** A number as letters: names that differ only in figures are one name here. */
function letters(n: number): string {
  return [...String(n)].map((figure) => "bdfgklmprs"[Number(figure)]).join("a");
}

async function viewerOf(site: Site, who: Somebody) {
  const viewer = await memberOf(site.database.read, who.accountId, who.sessionId, now);
  if (!viewer) throw new Error("nobody");
  return viewer;
}

function itemOf(respondentPseudonymId: number): ReportedItem {
  const text = "Another one of the lobby. ".repeat(40);
  return {
    kind: "post",
    subjectId: newId(),
    respondentPseudonymId,
    written: floorToHour(now),
    copy: { author: "Thorn", masked: false, place: "Housing", text, answered: "", contentNotes: [], state: "visible" },
    address: "/",
    answerAddress: null,
  };
}

async function fileAs(site: Site, who: Somebody, item: ReportedItem) {
  const input = reportForm.parse({ conduct: "slur", words: "They write this under everything. ".repeat(20) });
  const filed = await fileReport(site, await viewerOf(site, who), input, item, intoCase, now);
  if (!filed.ok) throw new Error(filed.reason);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function often(work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const times = [];
  for (let i = 0; i < TIMES; i++) times.push(await timed(work));
  return times;
}

function say(what: string, times: number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  process.stdout.write(`${what.padEnd(44)} ${middle.toFixed(1)} ms, at most ${sorted.at(-1)!.toFixed(1)} ms\n`);
}
