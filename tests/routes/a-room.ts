import { openGathering } from "~/gatherings/move-gathering.server";
import { passTheDoor } from "~/gatherings/pass-the-door.server";
import { planGathering } from "~/gatherings/plan-gathering.server";
import { HOUR, plus } from "~/platform/time";
import type { Person, World } from "../support/world";

/** A gathering that is open, with somebody in the room beside its host. */
export async function aRoom(world: World, host: Person, guest: Person, spaceId: number) {
  const planned = await planGathering(
    world.site,
    await world.viewer(host),
    {
      spaceId,
      pseudonymId: host.pseudonymId,
      title: "What we want from the city",
      purpose: "To agree on three asks",
      groundRules: "One speaks, all listen.",
      starts: plus(world.now, HOUR / 2),
      lengthMinutes: 90,
      turnSeconds: 180,
      sideChannel: true,
      keepMessages: false,
      coHosts: [],
    },
    world.now,
  );
  if (!planned.ok) throw new Error(planned.reason);
  const { gatheringId } = planned;
  await openGathering(world.site, await world.viewer(host), { gatheringId }, world.now);
  const guise = { as: "name", pseudonymId: guest.pseudonymId } as const;
  await passTheDoor(world.site, await world.viewer(guest), { gatheringId, agreed: true, guise }, world.now);
  return gatheringId;
}
