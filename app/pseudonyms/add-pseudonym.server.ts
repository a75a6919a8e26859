import type { Member } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { createPseudonym } from "./create-pseudonym.server";
import type { NameProblem } from "./name-rules";
import { checkName } from "./names-in-use.server";
import { MOST_NAMES, mayAddName } from "./permissions";
import { linksOfAccount } from "./sealed-link.server";

/** What a refused name adds to its refusal. */
export type NameRefused = { problem?: NameProblem | "taken" };

/** Adds a further pseudonym to the viewer's account. Refusals: `no-slot-left`, `suspended`, `name-refused`, `name-taken`, `limited`. */
export async function addPseudonym(
  site: Site,
  viewer: Member,
  typed: string,
  now: Date,
): Promise<Outcome<{ slot: number; pseudonymId: number }> & NameRefused> {
  const allowed = mayAddName(viewer);
  if (!allowed.ok) return allowed;
  const checked = await checkName(site.database.read, typed);
  if (!checked.ok)
    return { ...refused(checked.problem === "taken" ? "name-taken" : "name-refused"), problem: checked.problem };
  const pace = await site.limits.take("add-pseudonym", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const { accountId } = viewer;
    const used = new Set((await linksOfAccount(tx, accountId)).map((link) => link.slot));
    const slot = Array.from({ length: MOST_NAMES }, (_, i) => i + 1).find((one) => !used.has(one));
    if (!slot) return refused("no-slot-left");
    const pseudonymId = await createPseudonym(tx, { accountId, slot }, checked);
    if (pseudonymId === null) return { ...refused("name-taken"), problem: "taken" as const };
    tx.afterCommit(() => site.events.publish({ kind: "account-changed", accountId }));
    return { ok: true, slot, pseudonymId };
  });
}
