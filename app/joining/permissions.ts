import { silence } from "../accounts/silence";
import { holds, type Member } from "../accounts/viewer";
import type { Settings } from "../agreements/settings";
import { opensDoor } from "../limits/shield/tighten";
import { type Refused, refused } from "../platform/outcome";
import type { Site } from "../site/site";

type Answer = { ok: true } | Refused;

/** Whether a member may open an invitation. A closed community still lets its stewards bring somebody in. */
export function mayInvite(viewer: Member, policy: Settings["joining"]): Answer {
  const silenced = silence(viewer);
  if (silenced) return silenced;
  if (holds(viewer, "steward")) return { ok: true };
  if (policy === "closed") return refused("joining-closed");
  return viewer.standing === "newcomer" ? refused("too-new") : { ok: true };
}

/** The community's policy as it holds now: at the shield's last step an open door asks for an invitation. */
export const joiningNow = ({ shield }: Pick<Site, "shield">, policy: Settings["joining"]): Settings["joining"] =>
  policy === "open" && !opensDoor(shield.now.step) ? "invite" : policy;

/** Whether somebody may come in who was invited by a `member` or a `steward`, or comes by `itself`, without an invitation. */
export function mayComeIn(by: "member" | "steward" | "itself", policy: Settings["joining"]): Answer {
  if (policy === "closed") return by === "steward" ? { ok: true } : refused("joining-closed");
  if (policy === "invite" && by === "itself") return refused("joining-by-invitation");
  return { ok: true };
}
