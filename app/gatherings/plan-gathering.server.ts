import { and, eq, inArray } from "drizzle-orm";
import { circleMembers, gatheringHosts, gatherings, pseudonyms, spaces } from "#db/schema";
import type { Reader } from "#db/types";
import { asName, type Viewer } from "../accounts/viewer";
import { newId } from "../platform/ids";
import { type Outcome, refused } from "../platform/outcome";
import { DAY, MINUTE } from "../platform/time";
import { chooseSpeaker, rememberVoice } from "../pseudonyms/voice-guard.server";
import type { Site } from "../site/site";
import { placeOf } from "./find-room.server";
import { canPlan } from "./permissions";

export type Plan = {
  spaceId: number;
  /** The organizer's own name that hosts it. */
  pseudonymId: number;
  /** The slot that the organizer is sure of, where the space knows them by another name. */
  sureSlot?: number;
  title: string;
  purpose: string;
  groundRules: string;
  starts: Date;
  lengthMinutes: number;
  turnSeconds: number;
  sideChannel: boolean;
  keepMessages: boolean;
  /** Names of co-hosts, as they are written. */
  coHosts: string[];
};

/** A gathering can be announced this far ahead. */
export const FURTHEST = 180 * DAY;

/**
 * Announces a gathering. The name that hosts must be the one that may: an office or a circle that belongs to its sibling
 * would tell that they belong together. Refused as `invalid` when it would start in the past or a co-host couldn't come, and as
 * `other-name` until the organizer is sure, where they spoke under another name.
 */
export async function planGathering(
  site: Site,
  viewer: Viewer,
  plan: Plan,
  now: Date,
): Promise<Outcome<{ gatheringId: number }>> {
  const read = site.database.read;
  const [space] = await read.select().from(spaces).where(eq(spaces.id, plan.spaceId));
  if (!space) return refused("not-found");
  const { place, names } = await placeOf(read, viewer, space);
  const allowed = canPlan(viewer, place);
  if (!allowed.ok) return allowed;
  if (viewer.kind === "guest") return refused("sign-in-first");
  if (!names.includes(plan.pseudonymId)) return refused("invalid");
  const host = asName(viewer, plan.pseudonymId);
  const mayHost = canPlan(host, (await placeOf(read, host, space)).place);
  if (!mayHost.ok) return mayHost;
  const { slot } = host.pseudonyms[0]!;
  const speakers = viewer.pseudonyms.filter((own) => names.includes(own.id));
  const chosen = await chooseSpeaker(read, viewer, { id: space.id, speakers }, { slot, sureSlot: plan.sureSlot });
  if (!chosen.ok) return chosen;
  const ahead = plan.starts.getTime() - now.getTime();
  // A minute of grace: whoever plans "now" has spent time on the form.
  if (ahead < -MINUTE || ahead > FURTHEST) return refused("invalid");
  const who = { account: viewer.accountId, standing: viewer.standing };
  const pace = await site.limits.take("host-gathering", who, now);
  if (!pace.ok) return pace;

  const coHosts = await findCoHosts(read, plan.coHosts, space);
  if (!coHosts) return refused("invalid");
  const gatheringId = newId();
  await site.database.transaction(async (tx) => {
    const { coHosts: _, sureSlot: __, pseudonymId: hostPseudonymId, ...rest } = plan;
    await tx.insert(gatherings).values({ ...rest, id: gatheringId, hostPseudonymId });
    for (const pseudonymId of coHosts.filter((id) => id !== hostPseudonymId))
      await tx.insert(gatheringHosts).values({ gatheringId, pseudonymId });
    await rememberVoice(tx, viewer.accountId, space.id, slot);
    tx.afterCommit(() => site.events.publish({ kind: "gathering-changed", gatheringId }));
  });
  return { ok: true, gatheringId };
}

/** The pseudonyms behind the names, or null when one isn't an active name that may be in the space. */
async function findCoHosts(
  read: Reader,
  names: string[],
  space: { id: number; kind: string },
): Promise<number[] | null> {
  const wanted = [...new Set(names.map((name) => name.trim()).filter(Boolean))];
  if (wanted.length === 0) return [];
  const found = await read
    .select({ id: pseudonyms.id })
    .from(pseudonyms)
    .where(and(inArray(pseudonyms.name, wanted), eq(pseudonyms.state, "active")));
  if (found.length !== wanted.length) return null;
  const ids = found.map((row) => row.id);
  if (space.kind !== "circle") return ids;
  const inside = await read
    .select({ id: circleMembers.pseudonymId })
    .from(circleMembers)
    .where(
      and(eq(circleMembers.spaceId, space.id), inArray(circleMembers.pseudonymId, ids), eq(circleMembers.state, "in")),
    );
  return inside.length === ids.length ? ids : null;
}
