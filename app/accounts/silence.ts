import { type Refused, refused } from "../platform/outcome";
import { type Member, silencedBy } from "./viewer";

/** Why a member may write nothing at all now, with the reasons they were given, until when and where to read more; or null. */
export function silence(viewer: Pick<Member, "sanctions">): Refused | null {
  const sanction = silencedBy(viewer);
  if (!sanction) return null;
  const { kind, until, reasons: why, caseId } = sanction;
  return refused(kind === "mute" ? "muted" : "suspended", { until, why, caseId });
}
