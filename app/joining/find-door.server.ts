import type { Reader } from "#db/types";
import { wasSpent } from "../accounts/spend-once.server";
import { readSettings } from "../agreements/settings-queries.server";
import { type Outcome, refused } from "../platform/outcome";
import { codeHashOf, findInvitation, type Invitation } from "./invitation-queries.server";
import { holdsStewardship } from "./inviter.server";
import { openPass, type Pass } from "./open-door.server";
import { mayComeIn } from "./permissions";

const boundOfPass = ({ once, value }: Pass) => `${once}:${value}`;

/** What the words shown at the door in an address belong to, whether the door is still there or not. */
export function boundOf(code: string): string {
  const pass = openPass(code);
  return pass ? boundOfPass(pass) : codeHashOf(code);
}

/** By what somebody comes in. `bound`: what the words shown to them belong to, so that they open with no other door. */
export type Door = { bound: string } & (
  | { by: "founding"; invitation: Invitation }
  | { by: "invitation"; invitation: Invitation }
  | { by: "itself"; pass: Pass }
);

/**
 * The door in an address: an invitation's code, or the pass of whoever did the work or waited. Asked again in the
 * transaction that makes the account, so that a door that closed meanwhile is closed. Refusals: those of
 * `findInvitation` and `mayComeIn`, `page-too-old`, `way-in-used`.
 */
export async function findDoor(read: Reader, code: string, now: Date): Promise<Outcome<{ door: Door }>> {
  const pass = openPass(code);
  if (pass) {
    const may = mayComeIn("itself", (await readSettings(read)).joining);
    if (!may.ok) return may;
    if (pass.until <= now.getTime()) return refused("page-too-old");
    if (await wasSpent(read, pass.once, pass.value)) return refused("way-in-used");
    return { ok: true, door: { by: "itself", bound: boundOfPass(pass), pass } };
  }
  const found = await findInvitation(read, code, now);
  if (!found.ok) return found;
  const { invitation } = found;
  const { codeHash: bound, kind, inviter } = invitation;
  if (kind === "founding") return { ok: true, door: { by: "founding", bound, invitation } };
  const { joining } = await readSettings(read);
  const steward = joining === "closed" && inviter !== null && (await holdsStewardship(read, inviter));
  const may = mayComeIn(steward ? "steward" : "member", joining);
  return may.ok ? { ok: true, door: { by: "invitation", bound, invitation } } : may;
}
