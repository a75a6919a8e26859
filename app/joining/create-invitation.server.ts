import { invitations } from "#db/schema";
import { holds, type Member } from "../accounts/viewer";
import { readSettings } from "../agreements/settings-queries.server";
import { newId } from "../platform/ids";
import type { Outcome } from "../platform/outcome";
import { DAY, floorToHour, plus } from "../platform/time";
import type { Site } from "../site/site";
import { codeHashOf, codeOf } from "./invitation-queries.server";
import { mayInvite } from "./permissions";

/** How long an invitation can be used, to the hour: long enough to reach somebody who is rarely online. */
export const GOOD_FOR = 14 * DAY;

/** Opens a single-use invitation. `label`: the member's own note, e.g. whom it's for. Refusals: `too-new`, `muted`, `suspended`, `joining-closed`, `limited`. */
export async function createInvitation(
  site: Site,
  viewer: Member,
  { label }: { label?: string | undefined },
  now: Date,
): Promise<Outcome<{ id: number; code: string }>> {
  const { joining } = await readSettings(site.database.read);
  const allowed = mayInvite(viewer, joining);
  if (!allowed.ok) return allowed;
  // Stewards bring the first people in; their presses count as running the community.
  const pace = holds(viewer, "steward")
    ? await site.limits.take("run-community", { account: viewer.accountId }, now)
    : await site.limits.take("invite", { account: viewer.accountId, standing: viewer.standing }, now);
  if (!pace.ok) return pace;
  const id = newId();
  const code = codeOf(id);
  await site.database.transaction((tx) =>
    tx.insert(invitations).values({
      id,
      codeHash: codeHashOf(code),
      inviterAccountId: viewer.accountId,
      kind: "member",
      label: label?.trim() || null,
      expires: floorToHour(plus(now, GOOD_FOR)),
    }),
  );
  return { ok: true, id, code };
}
