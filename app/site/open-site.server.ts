import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "#db/open";
import type { Counters } from "../limits/counters";
import { createLimits } from "../limits/limits";
import { createShield } from "../limits/shield/shield";
import type { Env } from "../platform/env.server";
import { createEvents } from "../platform/events";
import { log } from "../platform/log.server";
import type { Site } from "./site";

/** Opens what this process needs besides its `counters`: the migrated database, a hub. */
export async function openSite(env: Env, counters: Counters): Promise<Site> {
  mkdirSync(env.UNDERSTORY_DATA, { recursive: true, mode: 0o700 });
  const database = await openDatabase({ url: env.DATABASE_URL, file: join(env.UNDERSTORY_DATA, "understory.db") });
  const shield = createShield();
  const limits = createLimits(counters, (error) => log.error("counters-away", error), shield);
  return { database, limits, shield, events: createEvents() };
}
