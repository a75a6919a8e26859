import { and, eq } from "drizzle-orm";
import { cases, reports } from "#db/schema";
import type { Tx } from "#db/types";
import { type Member, owns } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import type { Case } from "../find-handler.server";
import { tellHandlersNow } from "../handlers-now.server";
import { moveCase } from "../move-case.server";
import { exchangeWithRespondent } from "./ask-side.server";
import { appendAnswer, RESPONDENT, type Side, waitsForReporter } from "./messages.server";
import { canAnswer, canState } from "./permissions";

/**
 * Writes to those who decide, as the reporter of one's own report and under its alias. What waited for it is open again.
 * Refuses "not-found" for anybody else's report, "already-decided", "limited".
 */
export async function answerAsReporter(
  site: Site,
  viewer: Member,
  { reportId, words }: { reportId: number; words: string },
  now: Date,
): Promise<Outcome> {
  const own = and(eq(reports.id, reportId), eq(reports.reporterAccountId, viewer.accountId));
  const [report] = await site.database.read.select().from(reports).where(own);
  if (!report) return refused("not-found");
  const { caseId, alias } = report;
  return onOwnSide(site, viewer, caseId, now, async (tx, found) => {
    const allowed = canAnswer(found.state);
    if (!allowed.ok) return refused(allowed.reason);
    const side: Side = { side: "reporter", alias };
    await appendAnswer(tx, caseId, side, { words, now });
    if (found.state === "waiting-for-reporter" && !(await waitsForReporter(tx, caseId)))
      await moveCase(tx, found, "open");
    await appendCaseEntry(tx, caseId, { kind: "answered", alias: String(alias) }, now);
    await tellHandlersNow(tx, found, "case-answered", now);
    return { ok: true };
  });
}

/** Makes a statement as the one it is about, once asked. Refuses "not-found" to everybody else and before that. */
export async function makeStatement(
  site: Site,
  viewer: Member,
  { caseId, words }: { caseId: number; words: string },
  now: Date,
): Promise<Outcome> {
  const { read } = site.database;
  const [about] = await read.select().from(cases).where(eq(cases.id, caseId));
  if (!about || !owns(viewer, about.respondentPseudonymId)) return refused("not-found");
  if ((await exchangeWithRespondent(read, about)).asked === 0) return refused("not-found");
  return onOwnSide(site, viewer, caseId, now, async (tx, found) => {
    const allowed = canState(found.state, await exchangeWithRespondent(tx, found));
    if (!allowed.ok) return refused(allowed.reason);
    await appendAnswer(tx, caseId, RESPONDENT, { words, now });
    await appendCaseEntry(tx, caseId, { kind: "statement" }, now);
    await tellHandlersNow(tx, found, "case-answered", now);
    return { ok: true };
  });
}

/** Counts the deed, reads the case as it is at that moment, and tells live pages after the commit. */
async function onOwnSide(
  site: Site,
  viewer: Member,
  caseId: number,
  now: Date,
  work: (tx: Tx, found: Case) => Promise<Outcome>,
): Promise<Outcome> {
  const pace = await site.limits.take("answer-in-case", { account: viewer.accountId, standing: viewer.standing }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const [found] = await tx.select().from(cases).where(eq(cases.id, caseId));
    if (!found) return refused("not-found");
    const done = await work(tx, found);
    if (done.ok) tx.afterCommit(() => site.events.publish({ kind: "case-changed", caseId }));
    return done;
  });
}
