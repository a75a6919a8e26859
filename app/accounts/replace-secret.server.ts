import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema";
import type { Reader } from "#db/types";
import { sha256 } from "../platform/keys.server";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { rewrap } from "./own-key/own-key.server";
import type { Wraps } from "./own-key/wraps.server";
import { endAllSessions, rotateSession } from "./sessions.server";
import type { Member } from "./viewer";

export type Account = typeof accounts.$inferSelect;

/** The viewer's own account as it is kept, or undefined when it's gone. */
export const accountOf = async (read: Reader, { accountId }: Pick<Member, "accountId">): Promise<Account | undefined> =>
  (await read.select().from(accounts).where(eq(accounts.id, accountId)))[0];

/** What an offer of new words or a new code is bound to: once either changes, an older page changes nothing back. */
export const boundTo = ({ id, secretHash, recoveryHash }: Account) =>
  `account:${id}:${sha256(secretHash + recoveryHash)}`;

type Replacing = Partial<Pick<Account, "signInKey" | "recoveryHash">> & Pick<Account, "secretHash" | "secretKind">;

/**
 * Puts a new secret in the place of the one in `before`: every other session ends, and this one goes on under a fresh
 * token. `wraps`: the account's own key closed under the new secret; without them it stays closed under the old one. Refusals: `sign-in-first` (the session ended, or the secret was changed, meanwhile).
 */
export const replaceSecret = (
  site: Site,
  viewer: Member,
  before: Account,
  { wraps, ...secret }: Replacing & { wraps: Partial<Wraps> },
  now: Date,
) =>
  site.database.transaction(async (tx): Promise<Outcome<{ setCookie: string }>> => {
    const [same] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, before.id), eq(accounts.secretHash, before.secretHash)));
    const rotated = same && (await rotateSession(site, tx, viewer, now));
    if (!rotated) return refused("sign-in-first");
    await endAllSessions(site, tx, viewer.accountId, rotated.sessionId);
    await tx.update(accounts).set(secret).where(eq(accounts.id, before.id));
    await rewrap(tx, before.id, wraps);
    tx.afterCommit(() => site.events.publish({ kind: "account-changed", accountId: viewer.accountId }));
    return { ok: true, setCookie: rotated.setCookie };
  });
