import { and, eq, inArray } from "drizzle-orm";
import { circleMembers } from "#db/schema";
import type { Tx } from "#db/types";

/** Takes these names out of every circle, invitations included. A circle that would have no host left is hosted by all who stay. */
export async function leaveAllCircles(tx: Tx, pseudonymIds: number[]): Promise<void> {
  const left = await tx
    .delete(circleMembers)
    .where(inArray(circleMembers.pseudonymId, pseudonymIds))
    .returning({ spaceId: circleMembers.spaceId, host: circleMembers.host });
  for (const spaceId of new Set(left.filter((one) => one.host).map((one) => one.spaceId)))
    await keepHosted(tx, spaceId);
}

/** When no host is left, those who stay are all hosts: a circle isn't locked by whoever goes. */
export async function keepHosted(tx: Tx, spaceId: number): Promise<void> {
  const here = eq(circleMembers.spaceId, spaceId);
  if (await tx.$count(circleMembers, and(here, eq(circleMembers.host, true)))) return;
  await tx
    .update(circleMembers)
    .set({ host: true })
    .where(and(here, eq(circleMembers.state, "in")));
}
