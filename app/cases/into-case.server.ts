import { and, eq, inArray, max } from "drizzle-orm";
import { cases } from "#db/schema";
import type { Tx } from "#db/types";
import { gravest, isConduct, severityOf } from "../agreements/conducts";
import { newId } from "../platform/ids";
import type { CaseIntake } from "../reports/file-report.server";
import type { Filing } from "../reports/item";
import { appendCaseEntry } from "./append-case-entry.server";
import { activeStates } from "./case-states";
import { deadlinesFrom, earlier } from "./deadlines";
import { dealCase } from "./deal-case.server";
import { pileOnOfReport } from "./pile-ons/joins-pile-on.server";

/** What `fileReport` is handed, so that a report finds its case. */
export const intoCase: CaseIntake = {
  findOrOpen,
  async filed(site, tx, { caseId, opened, alias, hidden, setsAside, overLimit, broughtBy }, now) {
    const entry =
      broughtBy === undefined
        ? ({ kind: opened ? "opened" : "joined", alias: String(alias) } as const)
        : ({ kind: "from-outside", actorPseudonymId: broughtBy } as const);
    await appendCaseEntry(tx, caseId, entry, now);
    if (hidden) await appendCaseEntry(tx, caseId, { kind: "hidden" }, now);
    if (setsAside) await appendCaseEntry(tx, caseId, { kind: "set-aside" }, now);
    await dealCase(tx, caseId, now, { quietly: overLimit });
    tx.afterCommit(() => site.events.publish({ kind: "case-changed", caseId }));
  },
};

async function findOrOpen(tx: Tx, filing: Filing, now: Date) {
  const { item, conduct } = filing;
  const pileOn = await pileOnOfReport(tx, filing);
  const [found] = await tx
    .select()
    .from(cases)
    .where(
      and(
        pileOn === null
          ? and(eq(cases.subjectKind, item.kind), eq(cases.subjectId, item.subjectId))
          : eq(cases.id, pileOn),
        inArray(cases.state, [...activeStates]),
      ),
    );
  if (found) {
    const gravestSaid = isConduct(found.conduct) ? gravest(found.conduct, conduct) : conduct;
    // What is said against the member at whom many come changes the clock, and not what the case is about.
    const graver = found.subjectKind === "pile-on" ? "pile-on" : gravestSaid;
    const severity = found.severity === "urgent" ? "urgent" : severityOf(gravestSaid);
    const decideBy =
      severity === found.severity ? found.decideBy : earlier(found.decideBy, deadlinesFrom(severity, now).decideBy);
    await tx.update(cases).set({ conduct: graver, severity, decideBy }).where(eq(cases.id, found.id));
    return { caseId: found.id, opened: false };
  }
  const [last] = await tx.select({ bump: max(cases.bump) }).from(cases);
  const caseId = newId();
  const severity = severityOf(conduct);
  await tx.insert(cases).values({
    id: caseId,
    respondentPseudonymId: item.respondentPseudonymId,
    subjectKind: item.kind,
    subjectId: item.subjectId,
    conduct,
    severity,
    state: "open",
    bump: (last?.bump ?? 0) + 1,
    conductHour: item.written,
    opened: now,
    ...deadlinesFrom(severity, now),
  });
  return { caseId, opened: true };
}
