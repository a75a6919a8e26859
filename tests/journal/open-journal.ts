import { journalEntries } from "#db/schema";
import { drawOwnKey } from "~/accounts/own-key/wraps.server";
import { toLink } from "~/platform/ids";
import * as listPage from "~/routes/me.journal._index";
import * as newPage from "~/routes/me.journal.new";
import { call } from "../support/call";
import { openWorld, type Person, type World } from "../support/world";

export const WORDS = "They waited outside the meeting and filmed who came in.";
export const ENTRY = { day: "2026-05-03", place: "The library", who: "A local chapter", words: WORDS };

/** A community with somebody whose journal is open. */
export async function community() {
  const world = await openWorld();
  const iris = await world.member("Iris");
  const key = drawOwnKey();
  const as = (person: Person, ownKey: Buffer | null = key) => ({ as: person, proved: true, ownKey });
  const keep = async (form: Record<string, string> = ENTRY, person = iris) => {
    const before = new Set((await world.read.select().from(journalEntries)).map((row) => row.id));
    const answer = await call(world, newPage.action, { ...as(person), form });
    if (answer.status !== 303) throw new Error(`not kept: ${answer.status}`);
    const row = (await world.read.select().from(journalEntries)).find(({ id }) => !before.has(id));
    return toLink(row!.id);
  };
  const list = async (person = iris, ownKey: Buffer | null = key) =>
    (await call(world, listPage.loader, as(person, ownKey))) as { status: number; data: Listed };
  return { world, iris, key, as, keep, list };
}

export type Listed = {
  entries: { link: string; day: string; words: string }[];
  removed: { link: string }[];
  said: string;
};

/** Somebody as the commands see them, with a key. */
export const keeperOf = async (world: World, person: Person, key: Buffer) => ({
  viewer: await world.viewer(person),
  key,
});

/** Sends the form as a browser sends one with a file; the address decides nothing here. */
export async function sendForm(
  world: World,
  action: typeof newPage.action,
  person: Person,
  key: Buffer,
  image: Uint8Array,
  more = {},
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(ENTRY)) form.append(name, value);
  form.append("image", new Blob([new Uint8Array(image)], { type: "text/html" }), "../../etc/passwd");
  const asking = async (args: Parameters<typeof newPage.action>[0]) => {
    const { headers, url } = args.request;
    const request = new Request(url, { method: "POST", headers: { cookie: headers.get("cookie")! }, body: form });
    return action({ ...args, request, context: { ...args.context, ...more } });
  };
  return call(world, asking as never, { as: person, proved: true, ownKey: key, form: {} });
}
