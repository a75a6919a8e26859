import { log } from "../platform/log.server";
import type { Site } from "../site/site";
import { type Sweep, sweeps } from "./sweeps.server";

/** Rows in one transaction: few enough that a member who posts meanwhile waits for none of it. */
const BATCH = 200;

/**
 * Erases everything whose time is over, then makes it unreadable in the files. Safe to run twice, in several processes,
 * and after having been off for a month. Answers with what failed, by name; a failing one holds up no other.
 */
export async function sweep(site: Site, now: Date): Promise<{ failed: string[] }> {
  const failed: string[] = [];
  for (const [name, one] of Object.entries(sweeps)) {
    try {
      await inBatches(site, one, now);
    } catch (error) {
      log.error("a sweep failed", error, { of: name });
      failed.push(name);
    }
  }
  if (!(await site.database.scrub())) {
    log.warn("what was erased could not be cleaned out of the files yet");
    failed.push("scrub");
  }
  return { failed };
}

async function inBatches(site: Site, one: Sweep, now: Date): Promise<void> {
  while ((await site.database.transaction((tx) => one(tx, now, BATCH))) === BATCH) {
    // SQLite answers without ever waiting for I/O: others get their turn between two batches.
    await new Promise((next) => setImmediate(next));
  }
}
