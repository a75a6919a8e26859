import { silence } from "../accounts/silence";
import type { Member } from "../accounts/viewer";
import { type Refused, refused } from "../platform/outcome";

/** The most pseudonyms an account may have, retired ones included: a name is chosen, not cycled. */
export const MOST_NAMES = 5;

type Answer = { ok: true } | Refused;

/** Whether a further pseudonym may be added. Whoever is suspended or muted doesn't get another voice. */
export function mayAddName(viewer: Pick<Member, "pseudonyms" | "sanctions">): Answer {
  const silenced = silence(viewer);
  if (silenced) return silenced;
  if (viewer.pseudonyms.length >= MOST_NAMES) return refused("no-slot-left");
  return { ok: true };
}

/** Whether one of the viewer's own pseudonyms may be retired: never the last that can speak. */
export function mayRetire(viewer: Pick<Member, "pseudonyms">, slot: number): Answer {
  const own = viewer.pseudonyms.find((name) => name.slot === slot);
  if (!own) return refused("not-found");
  if (own.state !== "active") return refused("already-done");
  if (viewer.pseudonyms.filter((name) => name.state === "active").length < 2) return refused("last-name");
  return { ok: true };
}

/** Whether the viewer may speak as the pseudonym in a slot. */
export function maySpeakAs(viewer: Pick<Member, "pseudonyms">, slot: number): Answer {
  const own = viewer.pseudonyms.find((name) => name.slot === slot);
  if (!own) return refused("not-found");
  return own.state === "active" ? { ok: true } : refused("closed");
}
