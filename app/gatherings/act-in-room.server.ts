import type { Tx } from "#db/types";
import type { Member, Viewer } from "../accounts/viewer";
import type { Deed } from "../limits/table";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { factsOf, findRoom, type Room } from "./find-room.server";
import type { Facts, Verdict } from "./permissions";

type Parts<T> = {
  deed: Deed;
  may: (viewer: Member, facts: Facts) => Verdict;
  /** Refuses before it writes, or writes. */
  act: (tx: Tx, room: Room, facts: Facts, viewer: Member) => Promise<Outcome<T>>;
};

/**
 * What every deed in a gathering has in common: whoever can't see it meets "not-found"; rule, limit, then one
 * transaction in which the rule is asked again of the gathering as it is now; afterwards the room is told.
 */
export async function actInRoom<T>(
  site: Site,
  viewer: Viewer,
  gatheringId: number,
  { deed, may, act }: Parts<T>,
  now: Date,
): Promise<Outcome<T>> {
  const before = await findRoom(site.database.read, viewer, gatheringId);
  if (!before) return refused("not-found");
  if (viewer.kind === "guest") return refused("sign-in-first");
  const allowed = may(viewer, factsOf(before, viewer, now));
  if (!allowed.ok) return allowed;
  const who = { account: viewer.accountId, topic: gatheringId, standing: viewer.standing };
  const pace = await site.limits.take(deed, who, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const room = await findRoom(tx, viewer, gatheringId);
    if (!room) return refused("not-found");
    const facts = factsOf(room, viewer, now);
    const still = may(viewer, facts);
    if (!still.ok) return still;
    const done = await act(tx, room, facts, viewer);
    if (done.ok) tx.afterCommit(() => site.events.publish({ kind: "gathering-changed", gatheringId }));
    return done;
  });
}
