import { silence } from "../../accounts/silence";
import { holds, type Viewer } from "../../accounts/viewer";
import { type Refused, refused } from "../../platform/outcome";

/** Whether the viewer may write down what was asked of the community: stewards, unless they are muted or suspended. */
export function mayWriteTransparency(viewer: Viewer): { ok: true } | Refused {
  if (viewer.kind === "guest") return refused("sign-in-first");
  if (!holds(viewer, "steward")) return refused("not-allowed");
  return silence(viewer) ?? { ok: true };
}
