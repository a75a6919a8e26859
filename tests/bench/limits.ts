import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTallies } from "#db/tallies.pg";
import { type Counters, memoryCounters } from "~/limits/counters";
import { jointCounters } from "~/limits/joint-counters.server";
import { createLimits } from "~/limits/limits";
import { type Deed, deeds } from "~/limits/table";
import { freePort } from "../support/free-port";
import { startPostgres } from "./postgres";

/** How often each deed is counted, each time for somebody else. */
const TIMES = Number(process.argv[2] ?? 200);
/** How many networks a flood comes from. */
const NETWORKS = 1_000_000;

const now = new Date("2026-05-04T13:00:00Z");
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

/** Microseconds that one `take` of a deed costs. */
async function costOf(counters: Counters, deed: Deed): Promise<number> {
  const limits = createLimits(counters);
  const began = performance.now();
  for (let i = 0; i < TIMES; i++) {
    const who = { account: i, network: `n${i}`, typed: `t${i}`, target: i, topic: i, community: `all ${i}` };
    await limits.take(deed, who, now);
  }
  return Math.round(((performance.now() - began) / TIMES) * 1_000);
}

const folder = mkdtempSync(join(tmpdir(), "understory-limits-"));
// Postgres runs as a user of its own.
chmodSync(folder, 0o755);
const server = await startPostgres(folder, await freePort());
const tallies = await openTallies(server.url);
try {
  const key = randomBytes(32);
  const engines = { memory: memoryCounters(), postgres: jointCounters(tallies, () => key) };
  for (const counters of Object.values(engines)) await costOf(counters, "write-post");
  const rows = [];
  for (const deed of Object.keys(deeds) as Deed[]) {
    const memory = await costOf(engines.memory, deed);
    rows.push({
      deed,
      rules: deeds[deed].rules.length,
      "memory µs": memory,
      "postgres µs": await costOf(engines.postgres, deed),
    });
  }
  console.table(rows);

  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const flood = memoryCounters();
  const limits = createLimits(flood);
  const began = performance.now();
  for (let i = 0; i < NETWORKS; i++) await limits.take("open-invitation", { network: `network ${i}` }, now);
  const took = performance.now() - began;
  globalThis.gc?.();
  const kept = megabytes(process.memoryUsage().heapUsed - before);
  const again = await limits.take("open-invitation", { network: `network ${NETWORKS - 1}` }, now);
  console.log(
    `${NETWORKS} networks, once each: ${Math.round(took)} ms, ${kept} MB kept; the last one again: ${again.ok}`,
  );
} finally {
  await tallies.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
