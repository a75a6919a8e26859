import { and, eq } from "drizzle-orm";
import { accounts, sessions } from "#db/schema";
import type { Tx } from "#db/types";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { endAllSessions, rotateSession } from "../sessions.server";
import type { Member } from "../viewer";

/** Who changes their own factors: enough of a member to find the account and this session. */
export type Owner = Pick<Member, "accountId" | "sessionId">;

/** What a change of factors answers: the session that goes on, under its new token. */
export type Renewed = { setCookie: string; sessionId: string };

/**
 * Holds an account and a session of it until the transaction ends, so that nobody signs in and nobody ends this session
 * in between; false when either is gone.
 */
export async function holdOwner(tx: Tx, { accountId, sessionId }: Owner, now: Date): Promise<boolean> {
  const account = await tx
    .update(accounts)
    .set({ lastSeen: now })
    .where(eq(accounts.id, accountId))
    .returning({ id: accounts.id });
  const session = await tx
    .update(sessions)
    .set({ accountId })
    .where(and(eq(sessions.id, sessionId), eq(sessions.accountId, accountId)))
    .returning({ id: sessions.id });
  return account.length > 0 && session.length > 0;
}

/** Who may come in has changed: every other session ends, and this one, which is held, goes on under a fresh token. */
export async function renewSessions(site: Site, tx: Tx, owner: Owner, now: Date): Promise<Outcome<Renewed>> {
  await endAllSessions(site, tx, owner.accountId, owner.sessionId);
  const renewed = await rotateSession(site, tx, owner, now);
  return renewed ? { ok: true, ...renewed } : refused("sign-in-first");
}
