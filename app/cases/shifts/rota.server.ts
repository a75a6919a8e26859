import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { offices, pseudonyms, rotaWeeks } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import { weekOf } from "../../platform/time";
import type { Site } from "../../site/site";
import { arrange } from "./arrange.server";
import { startOfWeek, weeksAhead } from "./rules";

/** Takes a week of first call, or gives one back. Taking twice is taking once. Refuses "invalid" for a week out of reach. */
export const changeWeek = (
  site: Site,
  viewer: Member,
  { slot, week, intent }: { slot: number; week: number; intent: "take" | "give-back" },
  now: Date,
): Promise<Outcome> =>
  arrange(site, viewer, slot, now, async (tx, { pseudonymId }) => {
    if (!weeksAhead(now).includes(week)) return refused("invalid");
    if (intent === "take") await tx.insert(rotaWeeks).values({ week, pseudonymId }).onConflictDoNothing();
    else await tx.delete(rotaWeeks).where(and(eq(rotaWeeks.week, week), eq(rotaWeeks.pseudonymId, pseudonymId)));
    return { ok: true };
  });

const takenBy = (read: Reader, weeks: number[], now: Date) =>
  read
    .selectDistinct({ week: rotaWeeks.week, pseudonymId: rotaWeeks.pseudonymId, name: pseudonyms.name })
    .from(rotaWeeks)
    .innerJoin(pseudonyms, eq(pseudonyms.id, rotaWeeks.pseudonymId))
    .innerJoin(offices, eq(offices.pseudonymId, rotaWeeks.pseudonymId))
    .where(
      and(
        inArray(rotaWeeks.week, weeks),
        inArray(offices.office, ["moderator", "steward"]),
        or(isNull(offices.until), gt(offices.until, now)),
      ),
    )
    .orderBy(asc(rotaWeeks.week), asc(pseudonyms.name));

/** The weeks ahead, and who has taken each, as far as they hold their office now. For those who handle cases. */
export async function readRota(read: Reader, now: Date) {
  const weeks = weeksAhead(now);
  const taken = await takenBy(read, weeks, now);
  return weeks.map((week) => ({
    week,
    begins: startOfWeek(week),
    takenBy: taken.filter((one) => one.week === week).map(({ pseudonymId, name }) => ({ pseudonymId, name })),
  }));
}

/** Who has first call in the week of `now`. */
export const onFirstCall = async (read: Reader, now: Date): Promise<number[]> =>
  (await takenBy(read, [weekOf(now)], now)).map((one) => one.pseudonymId);
