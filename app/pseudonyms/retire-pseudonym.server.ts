import { and, eq, inArray } from "drizzle-orm";
import { accounts, offices, pseudonyms, spaceVoices } from "#db/schema";
import type { Member } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { mayRetire } from "./permissions";
import { linksOfAccount } from "./sealed-link.server";

/**
 * Retires one of the viewer's own pseudonyms for good: it speaks no more, its name is never used again, its offices end
 * and its posts stay. Where it spoke, the account's first other name speaks. Refusals: `not-found`, `already-done`, `last-name`, `limited`.
 */
export async function retirePseudonym(site: Site, viewer: Member, slot: number, now: Date): Promise<Outcome> {
  const allowed = mayRetire(viewer, slot);
  if (!allowed.ok) return allowed;
  const pace = await site.limits.take("change-settings", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const { accountId } = viewer;
    const links = await linksOfAccount(tx, accountId);
    const ids = links.map((link) => link.pseudonymId);
    const names = await tx.select().from(pseudonyms).where(inArray(pseudonyms.id, ids));
    const states = links.map(({ pseudonymId, slot }) => {
      const name = names.find((one) => one.id === pseudonymId);
      return { id: pseudonymId, slot, state: name?.state ?? ("retired" as const), name: name?.name ?? "", leaf: 0 };
    });
    const still = mayRetire({ pseudonyms: states }, slot);
    if (!still.ok) return refused(still.reason);
    const own = states.find((name) => name.slot === slot)!;
    const next = states.find((name) => name.slot !== slot && name.state === "active")!;
    await tx.update(pseudonyms).set({ state: "retired" }).where(eq(pseudonyms.id, own.id));
    await tx.delete(spaceVoices).where(and(eq(spaceVoices.accountId, accountId), eq(spaceVoices.slot, slot)));
    await tx
      .update(accounts)
      .set({ slot: next.slot })
      .where(and(eq(accounts.id, accountId), eq(accounts.slot, slot)));
    const held = await tx.delete(offices).where(eq(offices.pseudonymId, own.id)).returning({ office: offices.office });
    for (const { office } of held)
      await appendToLog(tx, { act: "office-ended", office: "members", details: { office, name: own.name } }, now);
    tx.afterCommit(() => site.events.publish({ kind: "account-changed", accountId }));
    return { ok: true };
  });
}
