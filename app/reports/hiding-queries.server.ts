import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { cases, decisions, reports } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../accounts/viewer";
import { isConduct, type Severity, severityOf } from "../agreements/conducts";
import { holdsText } from "./evidence.server";
import { type HideRecord, type HidingFacts, mayUseHide } from "./hiding";
import { independent } from "./independence";
import type { ReportedItem } from "./item";
import { originsOf } from "./origin-queries.server";

type Asked = {
  viewer: Member;
  item: ReportedItem;
  caseId: number;
  severity: Severity;
  aboutMe: boolean;
  overLimit: boolean;
};

/** Everything that `hidesForAll` weighs for a report that is about to be written. */
export async function readHidingFacts(read: Reader, asked: Asked, now: Date): Promise<HidingFacts> {
  const { viewer, item, severity, aboutMe, overLimit } = asked;
  const plain = { severity, aboutMe, overLimit };
  // The reverse shield: what is reported by those who come at one member together hides nothing of that member's.
  const [{ kind } = { kind: null }] = await read
    .select({ kind: cases.subjectKind })
    .from(cases)
    .where(eq(cases.id, asked.caseId));
  const visible = kind !== "pile-on" && item.kind === "post" && item.copy.state === "visible";
  const nothing = { secondVoice: false, foundNoBreach: false, visible, record: { pending: 0, misused: null } };
  if (!visible || severity !== "urgent" || overLimit) return { ...plain, ...nothing };
  return {
    ...plain,
    visible,
    record: await hideRecord(read, viewer.accountId),
    secondVoice: aboutMe || (await hasSecondVoice(read, asked, now)),
    foundNoBreach: await foundNoBreach(read, item),
  };
}

/** An account's hides: how many are pending, and when the last misuse was found. */
async function hideRecord(read: Reader, accountId: number): Promise<HideRecord> {
  const pending = await read.$count(
    reports,
    and(eq(reports.reporterAccountId, accountId), eq(reports.hide, "pending")),
  );
  const [misused] = await read
    .select({ decided: decisions.decided })
    .from(reports)
    .innerJoin(decisions, eq(decisions.caseId, reports.caseId))
    .where(and(eq(reports.reporterAccountId, accountId), eq(reports.hide, "misused")))
    .orderBy(desc(decisions.decided))
    .limit(1);
  return { pending, misused: misused?.decided ?? null };
}

/**
 * Whether an independent account that may hide, too, has reported the same thing as urgent. Who has left since counts as a
 * voice of the case, but hides nothing: an account that is gone answers for no misuse.
 */
async function hasSecondVoice(read: Reader, { viewer, caseId }: Asked, now: Date): Promise<boolean> {
  const others = await read
    .select({ accountId: reports.reporterAccountId, conduct: reports.conduct })
    .from(reports)
    .where(and(eq(reports.caseId, caseId), isNotNull(reports.reporterAccountId)));
  const ids = others.map((other) => other.accountId!);
  const origins = await originsOf(read, [viewer.accountId, ...ids]);
  const own = origins.get(viewer.accountId);
  for (const { accountId, conduct } of others) {
    const other = origins.get(accountId!);
    if (!isConduct(conduct) || severityOf(conduct) !== "urgent") continue;
    if (!own || !other || !independent(own, other)) continue;
    if (mayUseHide(await hideRecord(read, accountId!), now)) return true;
  }
  return false;
}

/** Whether moderators have found that this very text breaks no agreement. An edited text is a new one. */
async function foundNoBreach(read: Reader, item: ReportedItem): Promise<boolean> {
  const cleared = await read
    .select({ caseId: cases.id })
    .from(cases)
    .innerJoin(decisions, eq(decisions.caseId, cases.id))
    .where(
      and(
        eq(cases.subjectKind, item.kind),
        eq(cases.subjectId, item.subjectId),
        eq(decisions.outcome, "no-breach"),
        eq(decisions.state, "in-force"),
        inArray(cases.state, ["decided", "closed"]),
      ),
    );
  return holdsText(
    read,
    cleared.map((one) => one.caseId),
    item.copy.text,
  );
}
