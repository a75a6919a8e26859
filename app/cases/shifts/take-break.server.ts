import { and, eq, lt } from "drizzle-orm";
import { handlerWishes, rotaWeeks } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import type { Outcome } from "../../platform/outcome";
import { plus, weekOf } from "../../platform/time";
import type { Site } from "../../site/site";
import { arrange } from "./arrange.server";
import { dealOn } from "./deal-on.server";
import { backOnAfter } from "./rules";

type Wishes = Partial<Omit<typeof handlerWishes.$inferInsert, "pseudonymId">>;

const wish = (tx: Tx, pseudonymId: number, wishes: Wishes) =>
  tx
    .insert(handlerWishes)
    .values({ pseudonymId, ...wishes })
    .onConflictDoUpdate({ target: handlerWishes.pseudonymId, set: wishes });

/**
 * Rests one of the viewer's names for so many days: what it has goes to others, with the note where it was being worked
 * on; nothing new is dealt to it; weeks of first call that begin meanwhile are given back. The office goes on.
 */
export const takeBreak = (
  site: Site,
  viewer: Member,
  { slot, days, note }: { slot: number; days: number; note: string },
  now: Date,
): Promise<Outcome> =>
  arrange(site, viewer, slot, now, async (tx, { pseudonymId }) => {
    const backOn = backOnAfter(days, now);
    await wish(tx, pseudonymId, { backOn });
    // The week that holds the last day of the break goes back, too.
    const after = weekOf(plus(backOn, -1)) + 1;
    await tx.delete(rotaWeeks).where(and(eq(rotaWeeks.pseudonymId, pseudonymId), lt(rotaWeeks.week, after)));
    await dealOn(site, tx, pseudonymId, { note }, now);
    return { ok: true };
  });

/** Ends a break early. New cases are dealt to the name again. */
export const endBreak = (site: Site, viewer: Member, { slot }: { slot: number }, now: Date): Promise<Outcome> =>
  arrange(site, viewer, slot, now, async (tx, { pseudonymId }) => {
    await wish(tx, pseudonymId, { backOn: null });
    return { ok: true };
  });

/** Whether texts in cases stand open and in plain ink for one of the viewer's names. */
export const readPlainly = (
  site: Site,
  viewer: Member,
  { slot, plain }: { slot: number; plain: boolean },
  now: Date,
): Promise<Outcome> =>
  arrange(site, viewer, slot, now, async (tx, { pseudonymId }) => {
    await wish(tx, pseudonymId, { plainText: plain });
    return { ok: true };
  });
