import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { eq } from "drizzle-orm";
import { beforeAll, expect } from "vitest";
import { accounts } from "#db/schema";
import { changeSettings } from "~/accounts/change-setting.server";
import { join } from "~/joining/join.server";
import { offerAccount } from "~/joining/offer-account.server";
import { WAIT } from "~/joining/open-door.server";
import { drawWork } from "~/joining/work.server";
import { DAY } from "~/platform/time";
import { action as joinAction } from "~/routes/join._index";
import { loader as waitingPage } from "~/routes/join.wait";
import { call } from "../support/call";
import { openWorld, type World } from "../support/world";

export const START = new Date("2026-05-04T13:47:31.123Z");
export const WEEK = 7 * DAY;

export async function openCommunity(joining: "open" | "invite" | "closed" = "open") {
  const world = await openWorld({ start: START });
  const steward = await world.member("Rowan", { offices: ["steward"] });
  const choose = async (policy: typeof joining) => {
    const chosen = {
      name: "Mossbank",
      neutralSite: "https://example.org/",
      joining: policy,
      tabTitle: "",
      icon: "leaf",
    };
    const answer = await changeSettings(world.site, await world.viewer(steward), chosen, world.now);
    if (!answer.ok) throw new Error(answer.reason);
  };
  await choose(joining);
  return { world, steward, choose };
}

export type Solved = { challenge: string; counter: string; key: string };
export async function solve(challenge: string): Promise<Solved> {
  const solution = await solveChallenge({ challenge: JSON.parse(challenge), deriveKey });
  return { challenge, counter: String(solution!.counter), key: solution!.derivedKey };
}

/** Solved once for the whole file: nothing in it says which community it belongs to. */
export let solved: Solved;
export let other: Solved;
beforeAll(async () => {
  solved = await solve(await drawWork(START));
  other = await solve(await drawWork(START));
}, 60_000);

export const send = (world: World, form: Record<string, string>, network = "a network") =>
  call(world, joinAction, { url: "/join", form, network });
export const sendWork = (world: World, work: Partial<Solved> = solved) => send(world, { deed: "work", ...work });

export async function codeByWork(world: World, work: Solved = solved) {
  const { status, headers } = await sendWork(world, work);
  expect(status).toBe(303);
  return headers.get("location")!.slice("/join/".length);
}

export async function ticketOf(world: World, network = "a network") {
  const { headers } = await send(world, { deed: "wait" }, network);
  return headers.get("location")!;
}

export const waitAt = (world: World, url: string, network = "a network") => call(world, waitingPage, { url, network });

export async function codeByWaiting(world: World, network = "a network") {
  const ticket = await ticketOf(world, network);
  world.later(WAIT);
  return (await waitAt(world, ticket, network)).headers.get("location")!.slice("/join/".length);
}

export async function offered(world: World, code: string, name = "Quiet Alder", age: "older" | "younger" = "older") {
  const made = await offerAccount(world.site, { code, name, age, language: "en" }, world.now);
  if (!made.ok) throw new Error(made.reason);
  return made;
}

export let networks = 0;
export const joinWith = (
  world: World,
  code: string,
  page: Awaited<ReturnType<typeof offered>>,
  network = `n${networks++}`,
) => join(world.site, { code, sealed: page.sealed, word: page.offer.words[2]!, ownDevice: false, network }, world.now);

export async function joined(world: World, code: string, name?: string) {
  const answer = await joinWith(world, code, await offered(world, code, name));
  if (!answer.ok) throw new Error(answer.reason);
  const [account] = await world.read.select().from(accounts).where(eq(accounts.id, answer.accountId));
  return account!;
}
