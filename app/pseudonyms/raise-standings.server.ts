import { eq, isNull, ne } from "drizzle-orm";
import { accounts, sanctions } from "#db/schema";
import { standingAt } from "../accounts/standing";
import { weekOf } from "../platform/time";
import type { Site } from "../site/site";
import { accountsBehind } from "./sealed-link.server";

/** Lets every account become what its weeks allow. Safe to run at any time and as often as one likes. */
export async function raiseStandings(site: Site, now: Date): Promise<void> {
  await site.database.transaction(async (tx) => {
    const live = await tx
      .select({ pseudonymId: sanctions.pseudonymId })
      .from(sanctions)
      .where(isNull(sanctions.lifted));
    const sanctioned = new Set(
      (
        await accountsBehind(
          tx,
          live.map((row) => row.pseudonymId),
        )
      ).values(),
    );
    const growing = await tx
      .select({ id: accounts.id, joined: accounts.joinedWeek, current: accounts.standing })
      .from(accounts)
      .where(ne(accounts.standing, "established"));
    for (const { id, joined, current } of growing) {
      const standing = standingAt({ now: weekOf(now), joined, current, sanctioned: sanctioned.has(id) });
      if (standing !== current) await tx.update(accounts).set({ standing }).where(eq(accounts.id, id));
    }
  });
}
