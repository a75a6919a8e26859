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

/** Whether one of the viewer's own pseudonyms may be burned: active or retired, the only one too. Nobody in danger is refused, sanctioned or not. */
export function mayBurn(viewer: Pick<Member, "pseudonyms">, slot: number): Answer {
  const own = viewer.pseudonyms.find((name) => name.slot === slot);
  if (!own) return refused("not-found");
  return own.state === "burned" ? refused("already-done") : { ok: true };
}

/** Whether burning one of the viewer's own pseudonyms may be taken back now. */
export function mayUndoBurning(viewer: Pick<Member, "pseudonyms">, slot: number, now: Date): Answer {
  const own = viewer.pseudonyms.find((name) => name.slot === slot);
  if (!own) return refused("not-found");
  if (own.state !== "burned") return refused("already-done");
  return own.undoUntil && own.undoUntil > now ? { ok: true } : refused("closed");
}

/** Whether the viewer may speak as the pseudonym in a slot. */
export function maySpeakAs(viewer: Pick<Member, "pseudonyms">, slot: number): Answer {
  const own = viewer.pseudonyms.find((name) => name.slot === slot);
  if (!own) return refused("not-found");
  return own.state === "active" ? { ok: true } : refused("closed");
}
