import { and, eq } from "drizzle-orm";
import { offices } from "#db/schema";
import type { Tx } from "#db/types";
import { endAllSessions, rotateSession } from "../accounts/sessions.server";
import type { Member, Office } from "../accounts/viewer";
import { notify } from "../notifications/notify.server";
import { accountBehind } from "../pseudonyms/sealed-link.server";
import type { Site } from "../site/site";

type Beginning = { pseudonymId: number; office: Office; until?: Date };

/**
 * Seats a pseudonym in an office, and tells whoever is behind it. All their sessions end, so that no forgotten device holds
 * the new power; only where `acting` seats themselves, the session they act in goes on, under a fresh token: its Set-Cookie
 * value is answered, otherwise null.
 */
export async function beginOffice(
  site: Site,
  tx: Tx,
  { pseudonymId, office, until }: Beginning,
  acting: Member,
  now: Date,
): Promise<string | null> {
  // A term that is over makes room for the next one.
  await tx.delete(offices).where(and(eq(offices.pseudonymId, pseudonymId), eq(offices.office, office)));
  await tx.insert(offices).values({ pseudonymId, office, since: now, until });
  await notify(tx, [{ pseudonymId, kind: "office-given" }], now);
  const accountId = await accountBehind(tx, pseudonymId);
  if (accountId === null) return null;
  const rotated = accountId === acting.accountId ? await rotateSession(site, tx, acting, now) : null;
  await endAllSessions(site, tx, accountId, rotated?.sessionId);
  return rotated?.setCookie ?? null;
}
