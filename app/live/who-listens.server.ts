import { sessionsOf } from "../accounts/sessions.server";
import type { Member } from "../accounts/viewer";
import { findViewer } from "../pseudonyms/door.server";
import { memberOf } from "../pseudonyms/find-viewer.server";
import type { Site } from "../site/site";

/** Who a socket belongs to. The cookie stays in memory for as long as the socket is open. */
export type Listener = { cookie: string; accountId: number; sessionId: string };

/** The member whose cookie this is, through the same door as every page: counts as using the session. */
export async function memberAsking(site: Site, cookie: string, now: Date): Promise<Member | null> {
  const request = new Request("http://live.invalid/", { headers: { cookie } });
  const viewer = await findViewer({ request, context: { site, now, nonce: "", network: "" } });
  return viewer.kind === "member" ? viewer : null;
}

/** The same member as they are now, if their session is still there. Being told something doesn't count as using it. */
export async function memberTold(site: Site, listener: Listener, now: Date): Promise<Member | null> {
  const read = site.database.read;
  const live = await sessionsOf(read, listener.accountId, now);
  if (!live.some((session) => session.id === listener.sessionId)) return null;
  return memberOf(read, listener.accountId, listener.sessionId, now);
}
