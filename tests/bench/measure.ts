import { writeFileSync } from "node:fs";
import { request } from "node:http";
import autocannon from "autocannon";
import { memoryOf, type Running, startProcess } from "./server-process";

export type Ask = { method?: "GET" | "POST"; path: string; headers?: Record<string, string>; body?: string };

export type Row = {
  name: string;
  perSecond: number;
  p50: number;
  p99: number;
  /** Requests a second as a share of the bare server's; null where there is no page to compare with. */
  share: number | null;
  ceiling: number | null;
  failed: number;
  /** The server's memory at the end, MB. */
  memory: number;
};

type Load = { seconds: number; connections: number };

/** Asks as fast as it can; `next` is called for each request. */
async function load(url: string, next: () => Ask, { seconds, connections }: Load, expected: number) {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (plain) => ({ ...plain, ...next() }) }],
  });
  const statuses = result.statusCodeStats as Record<string, { count: number }>;
  const right = statuses[expected]?.count ?? 0;
  const all = Object.values(statuses).reduce((sum, { count }) => sum + count, 0);
  const failed = all - right + result.errors + result.timeouts;
  return { perSecond: right / result.duration, p50: result.latency.p50, p99: result.latency.p99, failed };
}

type Answer = { status: number; headers: Record<string, string>; body: Buffer };

/** One request, as it comes over the wire (compressed). */
export function askOnce(url: string, { method = "GET", path, headers, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode!,
          headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(parts),
        }),
      );
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

const WARM_UP = 2;

/** Measures one row: a moment to warm up, then the load, then the same bytes from the bare server. */
export async function measure(
  server: Running,
  row: { name: string; next: () => Ask; status?: number; connections?: number; compare?: boolean },
  asked: Load & { folder: string },
): Promise<Row> {
  const { name, next, status = 200, compare = true } = row;
  const how = { seconds: asked.seconds, connections: row.connections ?? asked.connections };
  const example = next();
  const page = await askOnce(server.url, example);
  if (page.status !== status) throw new Error(`${example.path} answered ${page.status}, not ${status}`);
  await load(server.url, next, { ...how, seconds: WARM_UP }, status);
  const found = await load(server.url, next, how, status);
  const memory = memoryOf(server.pid);
  const ceiling = compare ? await ceilingOf(page, how, asked.folder) : null;
  return { name, ...found, memory, ceiling, share: ceiling && found.perSecond / ceiling };
}

async function ceilingOf({ body, headers }: Answer, how: Load, folder: string): Promise<number> {
  const file = `${folder}/page.bin`;
  writeFileSync(file, body);
  const { connection: _, "keep-alive": __, date: ___, "transfer-encoding": ____, ...kept } = headers;
  const bare = await startProcess(["--import", "tsx", "tests/bench/ceiling.ts", file, JSON.stringify(kept)], {});
  try {
    await load(bare.url, () => ({ path: "/" }), { ...how, seconds: 1 }, 200);
    return (await load(bare.url, () => ({ path: "/" }), { ...how, seconds: Math.min(3, how.seconds) }, 200)).perSecond;
  } finally {
    await bare.stop();
  }
}
