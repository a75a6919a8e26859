import { and, eq, gt } from "drizzle-orm";
import { accounts, pseudonyms, shelters } from "#db/schema";
import type { Tx } from "#db/types";
import { type Member, owns } from "../../accounts/viewer";
import { notify } from "../../notifications/notify.server";
import { type Outcome, refused } from "../../platform/outcome";
import { nameKeyOf } from "../../pseudonyms/name-key";
import { accountBehind } from "../../pseudonyms/sealed-link.server";
import { deafTo } from "../../relations/relation-queries.server";
import type { Site } from "../../site/site";
import { mayBeAsked, mayShelter } from "./permissions";

/**
 * Asks somebody to go through what is held from one of the viewer's names; whoever was asked before is asked no more. It
 * looks the same whether or not the asked one hears of it: otherwise it would tell their standing, their age or a block.
 * The caller has asked for proof of the codename. Refuses "own-thing", "not-found", "closed" (no shelter is on).
 */
export async function askReader(
  site: Site,
  viewer: Member,
  { slot, reader }: { slot: number; reader: string },
  now: Date,
): Promise<Outcome> {
  const allowed = mayShelter(viewer, slot);
  if (!allowed.ok) return allowed;
  const { id: pseudonymId } = allowed.name;
  const [asked] = await site.database.read
    .select({ id: pseudonyms.id })
    .from(pseudonyms)
    .where(and(eq(pseudonyms.nameKey, nameKeyOf(reader)), eq(pseudonyms.state, "active")));
  if (!asked) return refused("not-found");
  if (owns(viewer, asked.id)) return refused("own-thing");
  const pace = await site.limits.take("shelter", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx): Promise<Outcome> => {
    const named = await tx
      .update(shelters)
      .set({ readerPseudonymId: asked.id, reader: "asked" })
      .where(and(eq(shelters.pseudonymId, pseudonymId), gt(shelters.until, now)))
      .returning({ id: shelters.pseudonymId });
    if (!named.length) return refused("closed");
    if (await hears(tx, asked.id, pseudonymId))
      await notify(tx, [{ kind: "reader-asked", pseudonymId: asked.id }], now);
    return { ok: true };
  });
}

/** Whether the asked one may be asked, and hasn't turned away from whoever asks. Decides, and is told to nobody. */
async function hears(tx: Tx, asked: number, asks: number): Promise<boolean> {
  const accountId = await accountBehind(tx, asked);
  if (accountId === null) return false;
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account || !mayBeAsked(account)) return false;
  const { of, calls } = await deafTo(tx, asks);
  return !of.has(asked) && !calls.has(asked);
}

/** Takes the reader's place away again. */
export async function dismissReader(site: Site, viewer: Member, slot: number, now: Date): Promise<Outcome> {
  const allowed = mayShelter(viewer, slot);
  if (!allowed.ok) return allowed;
  const pace = await site.limits.take("shelter", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  await site.database.transaction((tx) =>
    tx.update(shelters).set({ readerPseudonymId: null, reader: null }).where(eq(shelters.pseudonymId, allowed.name.id)),
  );
  return { ok: true };
}
