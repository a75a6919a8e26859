import { and, eq, max } from "drizzle-orm";
import { reports } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../accounts/viewer";
import { agreementsInForce, clauseOf } from "../agreements/agreements-queries.server";
import { severityOf } from "../agreements/conducts";
import { hidePost } from "../discussion/posts/post-states.server";
import { newId } from "../platform/ids";
import { type Outcome, refused } from "../platform/outcome";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { intoOwnCase } from "./elsewhere/own-case.server";
import type { ReportInput } from "./forms";
import { hidesForAll } from "./hiding";
import { readHidingFacts } from "./hiding-queries.server";
import type { Filed, Filing, ReportedItem } from "./item";
import { canReport, reportable } from "./permissions";
import { findEarlierReport } from "./report-queries.server";
import { sealFurther, sealInCase } from "./set-aside.server";
import { giveRelief } from "./take-relief.server";

/** How a report gets into a case. Handed in, because cases stand on reports and not the other way round. */
export type CaseIntake = {
  /** The open case about the same thing, or a new one. */
  findOrOpen(tx: Tx, filing: Filing, now: Date): Promise<{ caseId: number; opened: boolean }>;
  /** Writes the report's arrival into the case and deals it, once the report is there. */
  filed(site: Site, tx: Tx, filed: Filed, now: Date): Promise<void>;
};

/** `already`: the same report was there; nothing was written but the relief asked for. `hidden`: for all, until decided. */
export type FiledReport = { reportId: number; already: boolean; hidden: boolean };

/**
 * Reports a thing that the viewer can see. One transaction: the sealed copy, the report, its case, the relief, and the
 * hiding where the rules allow it. Urgent conduct is never refused by a limit. Refuses "own-thing", "invalid" (conduct
 * that the agreements of the time don't name) and "limited".
 */
export async function fileReport(
  site: Site,
  viewer: Member,
  input: ReportInput,
  reported: ReportedItem,
  intake: CaseIntake,
  now: Date,
): Promise<Outcome<FiledReport>> {
  const { read } = site.database;
  const allowed = canReport(viewer, reported);
  if (!allowed.ok) return allowed;
  const agreements = await agreementsInForce(read, reported.written);
  if (!reportable(agreements).includes(input.conduct)) return refused("invalid");

  const severity = severityOf(input.conduct);
  const known = await findEarlierReport(read, viewer, reported, input.conduct);
  const pace = known
    ? { ok: true as const }
    : await site.limits.take("file-report", { account: viewer.accountId, standing: viewer.standing }, now);
  if (!pace.ok && severity !== "urgent") return pace;

  return site.database.transaction(async (tx) => {
    const joins = !pace.ok && reported.kind === "elsewhere";
    const item = joins
      ? await intoOwnCase(tx, { item: reported, conduct: input.conduct, accountId: viewer.accountId })
      : reported;
    await giveRelief(tx, viewer, item, input.relief, now);
    const earlier = await findEarlierReport(tx, viewer, item, input.conduct);
    if (earlier) {
      await sealFurther(tx, item, earlier, now);
      return { ok: true, reportId: earlier, already: true, hidden: false };
    }

    const reporterAccountId = viewer.accountId;
    const { caseId, opened } = await intake.findOrOpen(tx, { item, conduct: input.conduct, reporterAccountId }, now);
    const alias = await aliasIn(tx, caseId, reporterAccountId);
    const facts = { severity, aboutMe: input.aboutMe, overLimit: !pace.ok };
    const hiding = await readHidingFacts(tx, { viewer, item, caseId, ...facts }, now);
    const hidden = hidesForAll(hiding, now) && (await hidePost(tx, site, item.subjectId)) !== null;
    const reportId = newId();
    await tx.insert(reports).values({
      id: reportId,
      caseId,
      reporterAccountId,
      alias,
      kind: item.kind,
      subjectId: item.subjectId,
      conduct: input.conduct,
      agreement: clauseOf(agreements, input.conduct).key,
      agreementVersion: agreements.version,
      wish: input.wish,
      words: input.words,
      aboutMe: input.aboutMe,
      hide: hidden ? "pending" : "none",
      filed: now,
    });
    const setsAside = await sealInCase(tx, site, { caseId, reportId, conduct: input.conduct, item }, now);
    await sealFurther(tx, item, reportId, now);
    if (hidden) {
      const { key: agreement } = clauseOf(agreements, input.conduct);
      const entry = {
        act: "post-hidden",
        office: "software",
        agreement,
        agreementVersion: agreements.version,
      } as const;
      await appendToLog(tx, entry, now);
    }
    tx.afterCommit(() => site.shield.note("reports", reporterAccountId, now));
    await intake.filed(site, tx, { caseId, opened, alias, hidden, setsAside, overLimit: !pace.ok }, now);
    return { ok: true, reportId, already: false, hidden };
  });
}

/** The number that stands for a reporter in a case: the one they have there already, or the next. */
async function aliasIn(tx: Tx, caseId: number, accountId: number): Promise<number> {
  const [own] = await tx
    .select({ alias: reports.alias })
    .from(reports)
    .where(and(eq(reports.caseId, caseId), eq(reports.reporterAccountId, accountId)));
  if (own) return own.alias;
  const [last] = await tx
    .select({ alias: max(reports.alias) })
    .from(reports)
    .where(eq(reports.caseId, caseId));
  return (last?.alias ?? 0) + 1;
}
