import { kit } from "../kit";

const { table, id, ref, int, bool, oneOf, text, hour, uniqueIndex } = kit;

/** How much happened in an hour, in the whole community. Of hours that are over only fives are kept. */
export const shieldCounts = table(
  "shield_counts",
  {
    id: id(),
    hour: hour().notNull(),
    kind: oneOf(["arrivals", "reports", "first-posts", "sign-in-failures"]).notNull(),
    count: int().notNull(),
    /** What later hours are compared with, once the hour is over: what was unusual counts as little more than usual. */
    compared: int(),
  },
  (t) => [uniqueIndex("shield_counts_once").on(t.hour, t.kind)],
);

/** A time in which limits are tighter for everybody who is new. One at most is active. */
export const shields = table(
  "shields",
  {
    id: id(),
    /** True for the one that holds now, empty for the others: never false. */
    active: bool(),
    auto: int().notNull(),
    held: int().notNull(),
    /** The moderator's, if one began or changed it. */
    reason: text(),
    /** The moderator who began it, or agreed to it last: the next to agree is somebody else. */
    heldByPseudonymId: ref(),
    eases: hour().notNull(),
    heldUntil: hour(),
    until: hour().notNull(),
    ended: hour(),
    /** Until when the software leaves it at that, after moderators ended it or nobody agreed. */
    rests: hour(),
  },
  (t) => [uniqueIndex("shields_active").on(t.active)],
);
