import { and, asc, eq, isNotNull } from "drizzle-orm";
import { caseMessages, cases, reports } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { notify } from "../../notifications/notify.server";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import { type Acting, type Case, standingOf } from "../find-handler.server";
import { leaseFrom, moveCase, unheld } from "../move-case.server";
import { respondentIsHere } from "../respondent.server";
import { extendLease, holding, onCase } from "../work-on-case.server";
import { appendQuestion, exchangeWith, RESPONDENT, type Side } from "./messages.server";
import { canAsk, canAskForStatement, type Safety } from "./permissions";
import { answerUntil, deadlineAfterAsking } from "./rules";

type Asked = { caseId: number; leaseNumber: number; note: string };

/**
 * Asks one reporter something, by the alias they have in the case. The case waits for them: nobody holds it, and anybody it
 * was dealt to can take it up all the same. Refuses "they-left", "asked-already", "asked-enough".
 */
export const askReporter = (
  site: Site,
  viewer: Member,
  { caseId, leaseNumber, note, alias }: Asked & { alias: number },
  now: Date,
): Promise<Outcome> =>
  onCase(
    site,
    viewer,
    caseId,
    now,
    async (tx, acting) => {
      const held = holding(acting, leaseNumber, now);
      if (!held.ok) return held;
      const reporter = await findReporter(tx, caseId, alias);
      if (!reporter.known) return refused("invalid");
      const side: Side = { side: "reporter", alias };
      const exchange = await exchangeWith(tx, caseId, side);
      const allowed = canAsk(standingOf(acting, now), { ...exchange, here: reporter.accountId !== null });
      if (!allowed.ok) return refused(allowed.reason);
      const decideBy = await write(tx, acting, side, note, now);
      await moveCase(tx, acting.found, "waiting-for-reporter", { ...unheld, decideBy });
      const entry = { kind: "asked", actorPseudonymId: acting.pseudonymId, alias: String(alias) } as const;
      await appendCaseEntry(tx, caseId, entry, now);
      const { accountId, reportId } = reporter;
      if (accountId !== null) await notify(tx, [{ kind: "question-asked", accountId, reportId }], now);
      return { ok: true };
    },
    "ask-in-case",
  );

/**
 * Asks the one it is about for a statement, which stops nothing: the holder keeps the case. `why` is kept in the case where
 * it is urgent. Refuses "not-safe", "say-why" and what asking a reporter refuses.
 */
export const askForStatement = (
  site: Site,
  viewer: Member,
  { caseId, leaseNumber, note, risk, why }: Asked & Safety,
  now: Date,
): Promise<Outcome> =>
  onCase(
    site,
    viewer,
    caseId,
    now,
    async (tx, acting) => {
      const held = holding(acting, leaseNumber, now);
      if (!held.ok) return held;
      const { found } = acting;
      const exchange = await exchangeWithRespondent(tx, found);
      const safety = { severity: found.severity, risk, why };
      const allowed = canAskForStatement(standingOf(acting, now), exchange, safety);
      if (!allowed.ok) return refused(allowed.reason);
      const decideBy = await write(tx, acting, RESPONDENT, note, now);
      await tx
        .update(cases)
        .set({ decideBy, ...leaseFrom(now) })
        .where(eq(cases.id, caseId));
      const entry = { kind: "statement-asked", actorPseudonymId: acting.pseudonymId, words: why } as const;
      await appendCaseEntry(tx, caseId, entry, now);
      const { respondentPseudonymId: pseudonymId } = found;
      if (pseudonymId !== null) await notify(tx, [{ kind: "statement-asked", pseudonymId, caseId }], now);
      return { ok: true };
    },
    "ask-in-case",
  );

/** Writes down why the one it is about isn't asked before a serious outcome. Both stay in the case, for an appeal to read. */
export const spareStatement = (
  site: Site,
  viewer: Member,
  { caseId, leaseNumber, note }: Asked,
  now: Date,
): Promise<Outcome> =>
  onCase(site, viewer, caseId, now, async (tx, acting) => {
    const held = holding(acting, leaseNumber, now);
    if (!held.ok) return held;
    await extendLease(tx, caseId, now);
    const entry = { kind: "not-asked", actorPseudonymId: acting.pseudonymId, words: note } as const;
    await appendCaseEntry(tx, caseId, entry, now);
    return { ok: true };
  });

/** What has passed between the handlers and the one it is about, who may have left. */
export const exchangeWithRespondent = async (read: Reader, found: Case) => ({
  ...(await exchangeWith(read, found.id, RESPONDENT)),
  here: await respondentIsHere(read, found),
});

/** Writes the question, and answers with the case's deadline from now on. */
async function write(tx: Tx, { found, pseudonymId }: Acting, to: Side, words: string, now: Date) {
  const before = await tx.$count(
    caseMessages,
    and(eq(caseMessages.caseId, found.id), eq(caseMessages.kind, "question")),
  );
  const decideBy = deadlineAfterAsking(found, before > 0);
  const answerBy = answerUntil(decideBy, now);
  await appendQuestion(tx, found.id, to, { words, now, actorPseudonymId: pseudonymId, answerBy });
  return decideBy;
}

/** Who stands behind an alias, for telling them; `accountId` is null once they have left. */
async function findReporter(tx: Tx, caseId: number, alias: number) {
  const known = and(eq(reports.caseId, caseId), eq(reports.alias, alias));
  const [here] = await tx
    .select({ accountId: reports.reporterAccountId, reportId: reports.id })
    .from(reports)
    .where(and(known, isNotNull(reports.reporterAccountId)))
    .orderBy(asc(reports.filed), asc(reports.id))
    .limit(1);
  if (here) return { known: true, ...here };
  return { known: (await tx.$count(reports, known)) > 0, accountId: null, reportId: null };
}
