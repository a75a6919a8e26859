import { and, desc, eq, gt, inArray, ne } from "drizzle-orm";
import { Lucia, TimeSpan } from "lucia";
import { sessions } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { sha256 } from "../platform/keys.server";
import { DAY, floorToHour, HOUR, plus } from "../platform/time";
import type { Site } from "../site/site";
import { cookieIn, hostCookie, overHttps } from "./cookies.server";
import { createIdleTimes, type IdleTimes } from "./idle-times";
import { type Attributes, sessionAdapter } from "./session-adapter.server";

/** When a session ends at the latest: floored to the hour, so that a copy of the disk doesn't tell the minute of signing in. */
const endsBy = (at: Date, most: number) => floorToHour(plus(at, most));

/** A session on a shared device lasts this long at most; PRODUCT.md. */
const SHARED = 12 * HOUR;
/** "Only I use this device": this long after it was last used, and never beyond `OWN_AT_MOST` days. */
const OWN = 10 * DAY;
const OWN_AT_MOST = 30;
/** A sliding session is moved on at most this often, so that reading rarely writes. */
const SLIDES_EVERY = DAY;

/** A live session. `id` is the SHA-256 of its token: fit for rows and events, worth nothing in a cookie. */
export type Session = { sessionId: string; accountId: number; ownDevice: boolean };

const idleTimes = new WeakMap<Site, IdleTimes>();
function idleOf(site: Site): IdleTimes {
  const known = idleTimes.get(site) ?? createIdleTimes();
  idleTimes.set(site, known);
  return known;
}

const cookieName = () => hostCookie("session");

function luciaOn(read: Reader, write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>, now: Date) {
  const adapter = sessionAdapter(read, write, now);
  const lucia = new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(OWN_AT_MOST, "d"),
    sessionCookie: { name: cookieName(), attributes: { secure: overHttps(), sameSite: "lax", path: "/" } },
    getSessionAttributes: (attributes) => attributes,
  });
  return { lucia, adapter };
}

const onSite = (site: Site, now: Date) => luciaOn(site.database.read, (work) => site.database.transaction(work), now);
const inTransaction = (tx: Tx, now: Date) => luciaOn(tx, (work) => work(tx), now);

/** The token that a Cookie header holds, or null. Lucia's own reader throws when any other cookie is malformed. */
export function tokenIn(cookies: string | null): string | null {
  const token = cookieIn(cookies, cookieName());
  return token && /^[a-z0-9]{40}$/.test(token) ? token : null;
}

/**
 * The session that a request's cookie names, or null: unknown, malformed, ended, expired and long idle ones look
 * alike. One query; a session of one's own device is written once a day, as it slides.
 */
export async function readSession(
  site: Site,
  request: { headers: Pick<Headers, "get"> },
  now: Date,
): Promise<Session | null> {
  const token = tokenIn(request.headers.get("cookie"));
  if (!token) return null;
  const { lucia, adapter } = onSite(site, now);
  const { session } = await lucia.validateSession(token);
  if (!session) return null;
  const found = { sessionId: sha256(token), accountId: session.userId, ownDevice: session.ownDevice };
  if (!session.ownDevice) {
    if (idleOf(site).use(found.sessionId, now)) return found;
    await site.database.transaction((tx) => endSession(site, tx, found.sessionId));
    return null;
  }
  const slid = Math.min(endsBy(now, OWN).getTime(), plus(session.started, OWN_AT_MOST * DAY).getTime());
  if (slid - session.expires.getTime() > SLIDES_EVERY) await adapter.updateSessionExpiration(token, new Date(slid));
  return found;
}

/** How somebody wants to be remembered on this device. `label` is their own word for it. */
export type Device = { ownDevice: boolean; label?: string | null };

/**
 * Begins a session under a fresh token; `replacing` is the session that the same browser had before, which ends.
 * Answers the Set-Cookie value and the session's id.
 */
export async function createSession(
  site: Site,
  tx: Tx,
  accountId: number,
  device: Device & { replacing?: string | null },
  now: Date,
): Promise<{ setCookie: string; sessionId: string }> {
  if (device.replacing) await endSession(site, tx, device.replacing);
  const { ownDevice, label } = device;
  const expires = endsBy(now, ownDevice ? OWN : SHARED);
  return begin(site, tx, accountId, { ownDevice, label: label?.trim() || null, started: now, expires }, now);
}

/**
 * Gives a session a fresh token: its kind, its label and the days it has left stay. Null when it has ended meanwhile, so
 * that a rotation brings nothing back.
 */
export async function rotateSession(
  site: Site,
  tx: Tx,
  { accountId, sessionId }: { accountId: number; sessionId: string },
  now: Date,
): Promise<{ setCookie: string; sessionId: string } | null> {
  const [old] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.accountId, accountId)));
  if (!old || (await endSession(site, tx, sessionId)) === 0) return null;
  const { ownDevice, label, started, expires } = old;
  return begin(site, tx, accountId, { ownDevice, label, started, expires }, now);
}

async function begin(site: Site, tx: Tx, accountId: number, attributes: Attributes, now: Date) {
  const { lucia } = inTransaction(tx, now);
  const { id: token } = await lucia.createSession(accountId, attributes);
  const cookie = lucia.createSessionCookie(token);
  // Without an age the browser forgets the cookie when it's closed.
  if (!attributes.ownDevice) cookie.attributes.maxAge = undefined;
  const sessionId = sha256(token);
  // Rests from now on, also where the browser never comes back.
  if (!attributes.ownDevice) tx.afterCommit(() => void idleOf(site).use(sessionId, now));
  return { setCookie: cookie.serialize(), sessionId };
}

/** The Set-Cookie value that takes the session's cookie away. */
export const blankCookie = (site: Site, now: Date) => onSite(site, now).lucia.createBlankSessionCookie().serialize();

/** Ends one session, wherever it is open; ending it twice is no error. */
export const endSession = (site: Site, tx: Tx, sessionId: string) => end(site, tx, eq(sessions.id, sessionId));

/** Ends every session of an account but `except`. Answers how many there were. */
export const endAllSessions = (site: Site, tx: Tx, accountId: number, except?: string) =>
  end(site, tx, and(eq(sessions.accountId, accountId), except ? ne(sessions.id, except) : undefined));

/** Ends the session that a request's cookie names, if any, idle or not. Answers the Set-Cookie value that takes the cookie away. */
export async function endSessionOf(site: Site, request: { headers: Pick<Headers, "get"> }, now: Date): Promise<string> {
  const token = tokenIn(request.headers.get("cookie"));
  if (token) await site.database.transaction((tx) => endSession(site, tx, sha256(token)));
  return blankCookie(site, now);
}

/** Ends the sessions on shared devices that have rested for half an hour, also those whose browser never comes back. Answers how many. */
export async function endRestedSessions(site: Site, now: Date): Promise<number> {
  const rested = idleOf(site).rested(now);
  if (!rested.length) return 0;
  return site.database.transaction((tx) => end(site, tx, inArray(sessions.id, rested.slice(0, 500))));
}

async function end(site: Site, tx: Tx, which: ReturnType<typeof and>): Promise<number> {
  const ended = await tx.delete(sessions).where(which).returning({ id: sessions.id });
  tx.afterCommit(() => {
    for (const { id } of ended) {
      idleOf(site).forget(id);
      site.events.publish({ kind: "session-ended", sessionId: id });
    }
  });
  return ended.length;
}

/** An account's live sessions, newest first, as its owner may see them: never an address or a browser. */
export const sessionsOf = (read: Reader, accountId: number, now: Date) =>
  read
    .select({ id: sessions.id, label: sessions.label, ownDevice: sessions.ownDevice, started: sessions.started })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), gt(sessions.expires, now)))
    .orderBy(desc(sessions.started), sessions.id);
