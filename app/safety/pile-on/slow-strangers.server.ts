import { and, inArray, isNull } from "drizzle-orm";
import { pileOns } from "#db/schema";
import type { Reader } from "#db/types";
import { type Member, owns } from "../../accounts/viewer";
import type { Refused } from "../../platform/outcome";
import { plus } from "../../platform/time";
import type { Site } from "../../site/site";
import { KNOWN_AFTER, namesMet } from "./strangers.server";

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
 * Whatever strangers write at one member or ask of them is counted together, whoever sends it; and if many come at them
 * now, only a few of it gets through. `pointed`: whom it answers or calls by name; `host`: in whose topic it's said.
 * Whoever holds an office isn't slowed. Refuses "limited". Knows nothing of shelter, so that nobody can tell by it.
 */
export async function slowStrangers(
  site: Site,
  viewer: Member,
  { speaker, pointed, host = [] }: { speaker: number; pointed: number[]; host?: number[] },
  now: Date,
): Promise<{ ok: true } | Refused> {
  const { read } = site.database;
  if (viewer.offices.length) return { ok: true };
  const others = (ids: number[]) => [...new Set(ids)].filter((nameId) => !owns(viewer, nameId));
  for (const { nameId, began } of await slowedFor(read, others([...pointed, ...host]))) {
    if ((await namesMet(read, nameId, [speaker], began)).size) continue;
    const pace = await site.limits.take("write-at-one", { target: nameId, account: viewer.accountId }, now);
    if (!pace.ok) return pace;
  }
  for (const target of others(pointed)) {
    if ((await namesMet(read, target, [speaker], plus(now, -KNOWN_AFTER))).size) continue;
    const pace = await site.limits.take("reach-one", { target }, now);
    if (!pace.ok) return pace;
  }
  return { ok: true };
}
