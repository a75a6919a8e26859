import { and, eq, isNull } from "drizzle-orm";
import { pileOnParts, pileOns } from "#db/schema";
import type { Tx } from "#db/types";
import { accountsBehind } from "../../pseudonyms/sealed-link.server";
import { groupsOf, type Origin } from "../../reports/independence";
import type { Filing } from "../../reports/item";
import { originsOf } from "../../reports/origin-queries.server";
import { readReportsAt } from "./approaches.server";
import { pileOnUnderWay } from "./gather.server";

/** From so many on that hang together a report is part of what comes at the member. */
const FEWEST_TOGETHER = 3;

/**
 * The case of a pile-on that a report belongs to, or null: it says that something gathered there is a pile-on; or it is
 * about the member at whom many come, by an account that took part or that hangs together with those who did. The reverse shield: such a
 * report is read in the one case, and hides nothing. Anybody else's report about that member opens a case of its own.
 */
export async function pileOnOfReport(tx: Tx, { item, conduct, reporterAccountId }: Filing): Promise<number | null> {
  // What may show a child is set aside in a case of its own, whoever reports it.
  if (conduct === "child-material") return null;
  // What comes from outside weighs nothing, and is read by itself.
  if (reporterAccountId === null) return null;
  if (conduct === "pile-on" && item.kind === "post") {
    const [part] = await tx
      .select({ caseId: pileOns.caseId })
      .from(pileOnParts)
      .innerJoin(pileOns, eq(pileOns.caseId, pileOnParts.caseId))
      .where(and(eq(pileOnParts.postId, item.subjectId), isNull(pileOns.ended)));
    if (part) return part.caseId;
  }
  const { kind, respondentPseudonymId: nameId } = item;
  if (kind === "gathering-message" || nameId === null) return null;
  const underWay = await pileOnUnderWay(tx, nameId);
  if (!underWay) return null;
  const { caseId } = underWay;
  const names = await tx
    .selectDistinct({ id: pileOnParts.pseudonymId })
    .from(pileOnParts)
    .where(eq(pileOnParts.caseId, caseId));
  const told = await readReportsAt(tx, nameId, underWay.began);
  const behind = await accountsBehind(
    tx,
    names.map((one) => one.id),
  );
  const wrote = new Set(behind.values());
  if (wrote.has(reporterAccountId)) return caseId;
  const origins = await originsOf(tx, [...wrote, ...told.map((one) => one.accountId), reporterAccountId]);
  const all: Origin[] = [...origins.values()];
  const groups = groupsOf(all);
  const own = groups[all.findIndex((one) => one.account === reporterAccountId)];
  return groups.filter((group) => group === own).length > FEWEST_TOGETHER ? caseId : null;
}
