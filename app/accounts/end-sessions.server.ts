import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { endAllSessions, endSession, sessionsOf } from "./sessions.server";
import type { Member } from "./viewer";

/** Ends one of the viewer's own sessions (by its id), all `others`, or `all`. Refusals: `not-found` (somebody else's, too). */
export async function endSessions(site: Site, viewer: Member, which: string, now: Date): Promise<Outcome> {
  return site.database.transaction(async (tx) => {
    if (which === "others" || which === "all") {
      await endAllSessions(site, tx, viewer.accountId, which === "others" ? viewer.sessionId : undefined);
      return { ok: true };
    }
    const own = await sessionsOf(tx, viewer.accountId, now);
    if (!own.some(({ id }) => id === which)) return refused("not-found");
    await endSession(site, tx, which);
    return { ok: true };
  });
}
