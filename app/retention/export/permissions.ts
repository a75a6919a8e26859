import type { Viewer } from "../../accounts/viewer";
import { type Refused, refused } from "../../platform/outcome";

/**
 * Whether somebody may take along what is theirs: all of it (`slot` null) or what belongs to one name. Every member may,
 * also while suspended; a burned name is gone from an archive as from everywhere.
 */
export function mayTakeAlong(viewer: Viewer, slot: number | null): { ok: true } | Refused {
  if (viewer.kind === "guest") return refused("sign-in-first");
  if (slot === null) return { ok: true };
  const own = viewer.pseudonyms.find((name) => name.slot === slot);
  return own && own.state !== "burned" ? { ok: true } : refused("not-found");
}
