import { dialect } from "#db/kit";
import { agreeOnSecrets } from "../limits/agreed-secrets.server";
import { type Counters, memoryCounters } from "../limits/counters";
import { jointCounters } from "../limits/joint-counters.server";
import type { Env } from "../platform/env.server";
import { log } from "../platform/log.server";
import { HOUR, MINUTE } from "../platform/time";

/** Where this process counts, and what it makes network keys with; without `salt` it draws one of its own. */
export type Counting = { counters: Counters; salt?: () => Buffer; close(): Promise<void> };

/**
 * On SQLite there is one process, which counts in memory. On Postgres there may be several, which share one table and agree on
 * what they make its keys with.
 */
export async function openCounters({ DATABASE_URL: url }: Env, clock: () => Date): Promise<Counting> {
  if (dialect !== "pg") return { counters: memoryCounters(), close: async () => {} };
  const [{ openTallies }, { openWhispers }] = await Promise.all([import("#db/tallies.pg"), import("#db/whispers.pg")]);
  const tallies = await openTallies(url!);
  const agreement = await agreeOnSecrets({
    open: (hearing) => openWhispers(url!, hearing),
    clock,
    onDrawn: tallies.empty,
  });
  const away = (error: unknown) => log.error("counters-away", error);
  const minutes = setInterval(() => void agreement.renew().catch(away), MINUTE);
  const hours = setInterval(() => void tallies.sweep(clock()).catch(away), HOUR);
  for (const timer of [minutes, hours]) timer.unref();
  return {
    counters: jointCounters(tallies, () => agreement.secrets().counts),
    salt: () => agreement.secrets().salt,
    async close() {
      clearInterval(minutes);
      clearInterval(hours);
      await agreement.close();
      await tallies.close();
    },
  };
}
