import { and, eq } from "drizzle-orm";
import { gatheringSeats, gatherings } from "#db/schema";
import { openGathering } from "~/gatherings/move-gathering.server";
import { type Guise, passTheDoor } from "~/gatherings/pass-the-door.server";
import { type Plan, planGathering } from "~/gatherings/plan-gathering.server";
import type { Outcome } from "~/platform/outcome";
import { HOUR, plus } from "~/platform/time";
import { openWorld, type Person } from "../support/world";

/** The reason of a refusal, or "yes". */
export const says = (outcome: Outcome<object>) => (outcome.ok ? "yes" : outcome.reason);

/** A world in which Alder hosts a gathering that is about to begin; `open()` opens it. */
export async function openHall({
  kind = "open",
  ...about
}: { kind?: "open" | "members" | "circle" } & Partial<Plan> = {}) {
  const world = await openWorld();
  const { site } = world;
  const alder = await world.member("Alder", { offices: ["organizer"], standing: "established" });
  const birch = await world.member("Birch");
  const iris = await world.member("Iris", { alsoAs: ["Moss"] });
  const wren = await world.member("Wren");
  const space = await world.space(kind, { members: kind === "circle" ? [alder, birch, iris] : [] });
  const plan: Plan = {
    spaceId: space.id,
    pseudonymId: alder.pseudonymId,
    title: "What we want from the city",
    purpose: "To agree on three asks",
    groundRules: "One speaks, all listen.",
    starts: plus(world.now, HOUR),
    lengthMinutes: 90,
    turnSeconds: 180,
    sideChannel: true,
    keepMessages: false,
    coHosts: ["Birch"],
    ...about,
  };
  const planned = await planGathering(site, await world.viewer(alder), plan, world.now);
  if (!planned.ok) throw new Error(planned.reason);
  const { gatheringId } = planned;

  const seatOf = async (name: string) => {
    const [seat] = await world.read
      .select()
      .from(gatheringSeats)
      .where(and(eq(gatheringSeats.gatheringId, gatheringId), eq(gatheringSeats.name, name)));
    if (!seat) throw new Error(`nobody called ${name} is in the room`);
    return seat;
  };
  return {
    ...world,
    world,
    get now() {
      return world.now;
    },
    gatheringId,
    plan,
    space,
    alder,
    birch,
    iris,
    wren,
    seatOf,
    async gathering() {
      const [row] = await world.read.select().from(gatherings).where(eq(gatherings.id, gatheringId));
      return row!;
    },
    async open() {
      return says(await openGathering(site, await world.viewer(alder), { gatheringId }, world.later(HOUR)));
    },
    async enter(person: Person, guise: Guise = { as: "name", pseudonymId: person.pseudonymId }) {
      const outcome = await passTheDoor(
        site,
        await world.viewer(person),
        { gatheringId, agreed: true, guise },
        world.later(1000),
      );
      return says(outcome);
    },
    /** Somebody does something in the room, a second after whatever was done before. */
    async does<I extends object, T>(
      person: Person | null,
      command: (site: typeof world.site, viewer: never, input: never, now: Date) => Promise<Outcome<T>>,
      input: Omit<I, "gatheringId"> = {} as I,
    ) {
      const viewer = await world.viewer(person as Person);
      return says(
        (await command(
          site,
          viewer as never,
          { gatheringId, ...input } as never,
          world.later(1001),
        )) as Outcome<object>,
      );
    },
  };
}
