import { passkeys } from "#db/schema";
import { newId } from "../../platform/ids";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { spendOnce } from "../spend-once.server";
import { factorsOf } from "./factor-queries.server";
import { readNewKey } from "./forms";
import { holdOwner, type Owner, type Renewed, renewSessions } from "./renew-sessions.server";
import { ADDING_GOOD_FOR, openAdding } from "./tickets.server";
import { type Place, verifyNewKey } from "./webauthn.server";

/** More keys than anybody carries. */
export const MOST_PASSKEYS = 10;

type Input = { ticket: string; key: string; label: string | null; place: Place };

/**
 * Adds the passkey that a browser made for the page's challenge; every other session ends and this one is renewed.
 * Refusals: `limited`, `step-too-old`, `passkey-refused`, `full`, `already-done`, `sign-in-first`.
 */
export async function addPasskey(
  site: Site,
  viewer: Owner,
  { ticket, key, label, place }: Input,
  now: Date,
): Promise<Outcome<Renewed>> {
  const { accountId } = viewer;
  const pace = await site.limits.take("change-factors", { account: accountId }, now);
  if (!pace.ok) return pace;
  const adding = openAdding(ticket, accountId, now);
  if (!adding) return refused("step-too-old");
  const read = readNewKey(key);
  const made = read && (await verifyNewKey(read, adding.challenge, place));
  if (!made) return refused("passkey-refused");
  const publicKey = Buffer.from(made.publicKey);
  return site.database.transaction(async (tx) => {
    if (!(await holdOwner(tx, viewer, now))) return refused("sign-in-first");
    if ((await factorsOf(tx, accountId)).passkeys.length >= MOST_PASSKEYS) return refused("full");
    if (!(await spendOnce(tx, "challenge", adding.challenge, ADDING_GOOD_FOR, now))) return refused("step-too-old");
    const added = await tx
      .insert(passkeys)
      .values({ ...made, publicKey, id: newId(), accountId, label, added: now })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (!added.length) return refused("already-done");
    return renewSessions(site, tx, viewer, now);
  });
}
