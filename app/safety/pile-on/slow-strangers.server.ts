import { and, inArray, isNull } from "drizzle-orm";
import { pileOns } from "#db/schema";
import type { Reader } from "#db/types";
import { type Member, owns } from "../../accounts/viewer";
import type { Refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { namesMet } from "./strangers.server";

/** What somebody may have chosen, or the software for as long as they haven't, that slows strangers. */
const SLOWING = ["slow", "slow-meanwhile"] as const;
export const slows = (wish: string) => SLOWING.some((one) => one === wish);

/** Of these names those at whom many come right now, and at whom strangers are slowed. */
export const slowedFor = (read: Reader, nameIds: number[]) =>
  nameIds.length
    ? read
        .select({ nameId: pileOns.targetPseudonymId, began: pileOns.began })
        .from(pileOns)
        .where(
          and(
            inArray(pileOns.targetPseudonymId, [...new Set(nameIds)]),
            isNull(pileOns.ended),
            inArray(pileOns.wish, [...SLOWING]),
          ),
        )
    : Promise.resolve([]);

/**
 * Slows whoever wants to write at somebody at whom many come, if these two names had no exchange before it began: all
 * strangers share a few answers at that member. Whoever holds an office isn't slowed. Refuses "limited".
 */
export async function slowStrangers(
  site: Site,
  viewer: Member,
  { speaker, at }: { speaker: number; at: number[] },
  now: Date,
): Promise<{ ok: true } | Refused> {
  const { read } = site.database;
  if (viewer.offices.length) return { ok: true };
  const slowed = await slowedFor(
    read,
    at.filter((nameId) => !owns(viewer, nameId)),
  );
  for (const { nameId, began } of slowed) {
    if ((await namesMet(read, nameId, [speaker], began)).size) continue;
    const pace = await site.limits.take("write-at-one", { target: nameId, account: viewer.accountId }, now);
    if (!pace.ok) return pace;
  }
  return { ok: true };
}
