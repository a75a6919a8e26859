import type { Reason } from "../platform/outcome";
import { holds, type Office, type Viewer } from "./viewer";

/** Below this many established members stewards act as moderators and name them; from it on members elect. */
export const SMALL_BELOW = 25;

type Answer = { ok: true } | { ok: false; reason: Reason };
const no = (reason: Reason): Answer => ({ ok: false, reason });

/** Whether the viewer may give an office. `established`: how many established members there are. */
export function mayGiveOffice(viewer: Viewer, office: Office, established: number): Answer {
  if (!holds(viewer, "steward")) return no("not-allowed");
  if (office === "moderator" && established >= SMALL_BELOW) return no("closed");
  return { ok: true };
}

/**
 * Whether the viewer may end an office. Everybody may lay their own down; a community never loses its last steward.
 * `held`: who holds it, and how many hold the same.
 */
export function mayEndOffice(
  viewer: Viewer,
  held: { office: Office; own: boolean; holders: number },
  established: number,
): Answer {
  if (held.office === "steward" && held.holders < 2) return no("last-steward");
  if (held.own) return { ok: true };
  if (!holds(viewer, "steward")) return no("not-allowed");
  if (held.office === "steward") return no("not-allowed");
  if (held.office === "moderator" && established >= SMALL_BELOW) return no("closed");
  return { ok: true };
}
