import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { askOnce } from "../measure";
import { type Running, startProcess } from "../server-process";
import { percentile, type Told } from "./place";

const SLOW = 400;
const SECONDS = { slow: 40, flood: 15 };

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Readers who come one after the other, twenty a second, until told to stop. A reader who gets no answer in ten seconds gives up. */
function readers(server: Running) {
  const took: number[] = [];
  let refused = 0;
  let going = true;
  const done = (async () => {
    while (going) {
      const began = performance.now();
      const answer = await Promise.race([
        askOnce(server.url, { path: "/log", headers: { "accept-encoding": "gzip" } }).catch(() => null),
        wait(10_000).then(() => null),
      ]);
      if (answer?.status === 200) took.push(performance.now() - began);
      else refused += 1;
      await wait(50);
    }
  })();
  return async () => {
    going = false;
    await done;
    return { took, refused };
  };
}

/** Opens connections that send one line of a request's head every two seconds. Answers how many are alive each second. */
async function slowLoris(server: Running, seconds: number) {
  const { port } = new URL(server.url);
  const open = new Set<Socket>();
  for (let i = 0; i < SLOW; i++) {
    const socket = connect(Number(port), "127.0.0.1");
    open.add(socket.resume());
    for (const end of ["close", "error"] as const) socket.on(end, () => open.delete(socket));
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n");
  }
  const alive: number[] = [];
  for (let second = 0; second < seconds; second++) {
    await wait(1_000);
    alive.push(open.size);
    if (second % 2) for (const socket of open) socket.write(`X-Slow-${second}: 1\r\n`);
  }
  for (const socket of open) socket.destroy();
  return alive;
}

const said = (took: number[]) => `${percentile(took, 0.99).toFixed(0)} ms (p50 ${percentile(took, 0.5).toFixed(0)})`;

/** A slow-loris, then a flood of searches from one network, against the production build over loopback. */
export async function floods(): Promise<Told[]> {
  const data = mkdtempSync(join(tmpdir(), "understory-flood-"));
  const server = await startProcess(["scripts/start.mjs"], {
    UNDERSTORY_SECRET: Buffer.from("only for measuring: 32 bytes long").toString("base64"),
    UNDERSTORY_DATA: data,
    UNDERSTORY_DEMO: "1",
    PORT: "0",
  });
  try {
    await askOnce(server.url, { path: "/log" });
    let stop = readers(server);
    await wait(5_000);
    const calm = await stop();

    stop = readers(server);
    const alive = await slowLoris(server, SECONDS.slow);
    const slow = await stop();
    const cut = alive.findIndex((n) => n < SLOW / 10);

    stop = readers(server);
    const flood = await autocannon({
      url: server.url,
      connections: 100,
      duration: SECONDS.flood,
      requests: [{ path: "/search?words=light" }],
    });
    const flooded = await stop();
    const statuses = flood.statusCodeStats as Record<string, { count: number }>;
    const through = statuses["200"]?.count ?? 0;
    const all = Object.values(statuses).reduce((sum, { count }) => sum + count, 0);
    const began = performance.now();
    await askOnce(server.url, { path: "/log" });
    const after = performance.now() - began;
    return [
      {
        name: `e: slow-loris, ${SLOW} connections`,
        achieved: `${Math.max(...alive)} connections open at most, ${alive.at(-1)} after ${SECONDS.slow} s`,
        noticed: `${slow.refused} of ${slow.took.length + slow.refused} readers without an answer`,
        over: cut < 0 ? "when they gave up" : `all cut after ${cut + 1} s`,
        p99: `${said(slow.took)}; in calm ${said(calm.took)}`,
        series: { unit: "s", through: alive, refused: alive.map(() => 0) },
      },
      {
        name: "e: a flood of searches, 100 connections",
        achieved: `${through} of ${all + flood.errors} searches answered in ${SECONDS.flood} s, the others turned away`,
        noticed: `${flooded.refused} of ${flooded.took.length + flooded.refused} readers without an answer`,
        over: `at once: the next page took ${after.toFixed(0)} ms`,
        p99: `${said(flooded.took)}; in calm ${said(calm.took)}`,
        series: { unit: "all", through: [through], refused: [all - through] },
      },
    ];
  } finally {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
