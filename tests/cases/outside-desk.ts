import { eq } from "drizzle-orm";
import { posts, publicLog } from "#db/schema";
import { findOutside, listOutside } from "~/cases/outside/find-outside.server";
import { answerOutside, bringIntoCase, hideNamed } from "~/cases/outside/settle-outside.server";
import { findReceipt } from "~/reports/outside/find-receipt.server";
import { aCase } from "../support/reporting";
import type { Person, World } from "../support/world";

export const list = async (world: World, who: Person) =>
  (await listOutside(world.read, await world.viewer(who), world.now)).map((one) => one.id);
export const look = async (world: World, who: Person, id: number) =>
  findOutside(world.read, await world.viewer(who), id, world.now);
export const hide = async (world: World, who: Person, id: number) =>
  hideNamed(world.site, await world.viewer(who), id, world.now);
export const answer = async (world: World, who: Person, id: number, words = "Thank you.", show = false) =>
  answerOutside(world.site, await world.viewer(who), { id, words, show }, world.now);
export const bring = async (world: World, who: Person, id: number, words = "") =>
  bringIntoCase(world.site, await world.viewer(who), { id, words }, world.now);
export const stateOf = async (world: World, postId: number) =>
  (await world.read.select().from(posts).where(eq(posts.id, postId)))[0]!.state;
export const receipt = async (world: World, code: string) => {
  const found = await findReceipt(world.site, { code, network: "a phone" }, world.now);
  if (!found.ok) throw new Error(found.reason);
  return found.receipt;
};
export const logged = async (world: World) =>
  (await world.read.select().from(publicLog)).map(({ act, office }) => ({ act, office }));

/** A community in which the second post of a topic is what somebody outside means. */
export async function aScene() {
  const scene = await aCase({ steward: true });
  const place = `/t/${scene.topic.link}/${scene.post.position}`;
  const [moss, fern] = scene.moderators as [Person, Person];
  return { ...scene, place, moss, fern, oak: scene.stewards[0]! };
}
