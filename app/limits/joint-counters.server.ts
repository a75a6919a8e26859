import { createHmac } from "node:crypto";
import type { Tallies } from "#db/tallies.pg";
import { sealUnder, unsealUnder } from "../platform/keys.server";
import { HOUR } from "../platform/time";
import { type Count, type Counters, type Met, type Tally, taken, waitFor } from "./counters";

/** Three numbers, whatever they are, take as many bytes. */
const write = ({ taken, since, last }: Tally) => Buffer.from(new Float64Array([taken, since, last]).buffer);

function read(bytes: Buffer): Tally {
  const [taken, since, last] = [0, 8, 16].map((at) => bytes.readDoubleLE(at)) as [number, number, number];
  return { taken, since, last };
}

/**
 * Counters that several processes share through Postgres. `secret` (32 bytes) is only in the memory of these processes: rows
 * stand under HMACs with it, and what they hold is sealed under it, so that a copy of the disk says neither what was done nor
 * when, but for the hour after which a row may go. Counts exactly as `memoryCounters` does.
 */
export function jointCounters(tallies: Tallies, secret: () => Buffer): Counters {
  return {
    async take(counts, now) {
      if (!counts.length) return null;
      const key = secret();
      const at = now.getTime();
      const rowOf = ({ key: name }: Count) => createHmac("sha256", key).update(name).digest("base64url");
      let met: Met | null = null;
      await tallies.change([...new Set(counts.map(rowOf))], (held) => {
        const known = new Map<string, Tally>();
        for (const [row, sealed] of held) known.set(row, read(unsealUnder(key, sealed, row)));
        const waits = counts.map((count) => waitFor(count, known.get(rowOf(count)), at));
        const longest = waits.indexOf(Math.max(0, ...waits));
        if (longest >= 0 && waits[longest]! > 0) {
          met = { index: longest, waitMs: waits[longest]! };
          return null;
        }
        for (const count of counts) known.set(rowOf(count), taken(count, known.get(rowOf(count)), at));
        const put = new Map([...known].map(([row, tally]) => [row, sealUnder(key, write(tally), row)]));
        const over = at + Math.max(...counts.map(({ within, slowTo = 0 }) => Math.max(within, slowTo)));
        return { put, until: new Date(Math.ceil(over / HOUR) * HOUR) };
      });
      return met;
    },
  };
}
