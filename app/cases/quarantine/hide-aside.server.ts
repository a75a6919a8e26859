import { asc, eq } from "drizzle-orm";
import { reports } from "#db/schema";
import type { Tx } from "#db/types";
import { hidePost } from "../../discussion/posts/post-states.server";
import { setAside } from "../../reports/set-aside.server";
import type { Site } from "../../site/site";
import type { Case } from "../find-handler.server";

/** Hides a case's post for all; of one that was set aside the words are taken out as well. Null when it isn't to be seen anyway. */
export async function hideInCase(tx: Tx, site: Site, found: Case, now: Date): Promise<object | null> {
  const hidden = await hidePost(tx, site, found.subjectId);
  const kind = found.subjectKind;
  if (!hidden || found.quarantine !== "standing" || kind === "pile-on") return hidden;
  const [first] = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(eq(reports.caseId, found.id))
    .orderBy(asc(reports.alias))
    .limit(1);
  const subject = { kind, subjectId: found.subjectId };
  await setAside(tx, site, { caseId: found.id, reportId: first!.id, subject }, now);
  return hidden;
}
