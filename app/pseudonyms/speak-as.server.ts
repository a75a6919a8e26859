import { eq } from "drizzle-orm";
import { accounts } from "#db/schema";
import type { Member, OwnPseudonym } from "../accounts/viewer";
import type { Outcome } from "../platform/outcome";
import type { Site } from "../site/site";
import { maySpeakAs } from "./permissions";

/** Lets one of the viewer's names speak wherever a space remembers none. Refusals: `not-found`, `closed`, `limited`. */
export async function speakAs(site: Site, viewer: Member, slot: number, now: Date): Promise<Outcome> {
  const allowed = maySpeakAs(viewer, slot);
  if (!allowed.ok) return allowed;
  const pace = await site.limits.take("change-settings", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  await site.database.transaction(async (tx) => {
    await tx.update(accounts).set({ slot }).where(eq(accounts.id, viewer.accountId));
    tx.afterCommit(() => site.events.publish({ kind: "account-changed", accountId: viewer.accountId }));
  });
  return { ok: true };
}

/** The name in `slot` if it can speak, else the default one, else the first that can. */
export function speaking(viewer: Pick<Member, "pseudonyms" | "slot">, slot?: number): OwnPseudonym | null {
  const able = viewer.pseudonyms.filter((name) => name.state === "active");
  const inSlot = (wanted: number | undefined) => able.find((name) => name.slot === wanted);
  return inSlot(slot) ?? inSlot(viewer.slot) ?? able[0] ?? null;
}
