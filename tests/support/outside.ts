import { eq } from "drizzle-orm";
import { outsideReports } from "#db/schema";
import { intoOutsideQueue } from "~/cases/outside/tell-outside.server";
import { drawTicket, readTicket, WAIT } from "~/joining/open-door.server";
import { plus } from "~/platform/time";
import { fileOutside, fileTakedown, type Outside } from "~/reports/outside/file-outside.server";
import { receiptHash } from "~/reports/outside/receipt-code.server";
import type { World } from "./world";

/** A way to the form for somebody who waited. */
export function wayIn(world: World, network = "outside"): string {
  const ticket = drawTicket(network, plus(world.now, -WAIT), "outside");
  const read = readTicket(ticket, network, world.now, "outside");
  if (!read.ok || read.code === undefined) throw new Error("the wait isn't over");
  return read.code;
}

const told = (about: Partial<Outside>): Outside => ({ conduct: "slur", place: "In a topic", words: "", ...about });

export const tryOutside = (
  world: World,
  about: Partial<Outside> = {},
  { way = wayIn(world), network = "outside" } = {},
) => fileOutside(world.site, { way, network, told: told(about) }, intoOutsideQueue, world.now);

let asked = 0;
export const tryTakedown = (
  world: World,
  about: Partial<Outside> = {},
  { once = String(asked++).padStart(22, "0"), network = "outside" } = {},
) =>
  fileTakedown(
    world.site,
    { once, network, told: told({ conduct: "intimate-image", ...about }) },
    intoOutsideQueue,
    world.now,
  );

/** The row behind a receipt, and the code itself. */
async function kept(world: World, filed: Awaited<ReturnType<typeof tryOutside>>) {
  if (!filed.ok) throw new Error(filed.reason);
  const [row] = await world.read
    .select()
    .from(outsideReports)
    .where(eq(outsideReports.codeHash, receiptHash(filed.code)));
  return { ...row!, code: filed.code };
}

/** Reports something as somebody who isn't a member. */
export const fromOutside = async (world: World, about: Partial<Outside> = {}) =>
  kept(world, await tryOutside(world, about));

/** Asks for something to be taken down. */
export const takedown = async (world: World, about: Partial<Outside> = {}) =>
  kept(world, await tryTakedown(world, about));
