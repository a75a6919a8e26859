import { heldBack, shelters } from "#db/schema";
import { listNews } from "~/notifications/notification-queries.server";
import { toLink } from "~/platform/ids";
import { DAY, plus } from "~/platform/time";
import { action as ownPage } from "~/routes/me.shelter._index";
import { action as emptyPage } from "~/routes/me.shelter.held";
import { loader as readerLoader, action as readerPage } from "~/routes/shelter.for.$name";
import { call } from "./call";
import { openWorld, type Person, type World } from "./world";

/** Wren with a topic of theirs, Moss whom they have known for days, Crow whom nobody knows, and Elder, who could read along. */
export async function aShelteredPlace({ sheltered = true } = {}) {
  const world = await openWorld();
  const wren = await world.member("Wren", { alsoAs: ["Heron"] });
  const moss = await world.member("Moss");
  const crow = await world.member("Crow");
  const elder = await world.member("Elder", { standing: "established" });
  const space = await world.space("open");
  const topic = await world.topic(wren, space);
  await world.post(moss, topic, { to: 1, body: "Welcome" });
  world.later(4 * DAY);
  if (sheltered) await change(world, wren, { deed: "begin", hours: "72" });
  return { world, wren, moss, crow, elder, space, topic };
}

type Deed = Record<string, string> & { deed: string };

/** Presses on the page of one's own shelters, having typed the codename a moment ago. */
export const change = (world: World, who: Person | null, form: Deed, proved = true) =>
  call(world, ownPage, { as: who, url: "/me/shelter", proved, form: { slot: "1", ...form } });

export const empty = (world: World, who: Person | null, deed: string) =>
  call(world, emptyPage, { as: who, url: "/me/shelter/held", form: { slot: "1", deed } });

const at = (whom: Person) => ({
  url: `/shelter/for/${toLink(whom.pseudonymId)}`,
  params: { name: toLink(whom.pseudonymId) },
});

export const readPage = (world: World, who: Person | null, whom: Person) =>
  call(world, readerLoader, { as: who, ...at(whom) });
export const sort = (world: World, who: Person | null, whom: Person, form: Deed) =>
  call(world, readerPage, { as: who, ...at(whom), form });

/** Asks Elder to read along, and lets them say yes. */
export async function withReader({ world, wren, elder }: { world: World; wren: Person; elder: Person }) {
  await change(world, wren, { deed: "ask", reader: "elder" });
  await sort(world, elder, wren, { deed: "accept" });
}

/** What somebody's news say, oldest first. */
export const newsOf = async (world: World, who: Person) =>
  (await listNews(world.read, await world.viewer(who))).map(({ kind }) => kind).reverse();

export const heldRows = (world: World) => world.read.select().from(heldBack);
export const shelterRows = (world: World) => world.read.select().from(shelters);
/** Moves the clock past the end of any shelter. */
export const aWeekLater = (world: World) => world.later(plus(new Date(0), 8 * DAY).getTime());

/** Somebody in shelter with one post held from them, and somebody who reads along. */
export const beSheltered = (world: World, who: Person, reader: Person, postId: number) =>
  world.site.database.transaction(async (tx) => {
    const { pseudonymId } = who;
    const reads = { readerPseudonymId: reader.pseudonymId, reader: "reading" } as const;
    await tx.insert(shelters).values({ pseudonymId, began: world.now, until: plus(world.now, DAY), ...reads });
    await tx.insert(heldBack).values({ pseudonymId, kind: "reply", postId, held: world.now });
  });
