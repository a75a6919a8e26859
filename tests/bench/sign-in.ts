import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { askOnce } from "./measure";
import { memoryOf, startProcess } from "./server-process";

/** How many attempts come at the same moment, and how often that is repeated. */
const ROUNDS = [
  { atOnce: 1, times: 20 },
  { atOnce: 10, times: 5 },
  { atOnce: 100, times: 3 },
];

const HEADERS = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };

const data = mkdtempSync(join(tmpdir(), "understory-sign-in-"));
const server = await startProcess(["--max-semi-space-size=4", "scripts/start.mjs"], {
  UNDERSTORY_SECRET: Buffer.from("only for measuring: 32 bytes long").toString("base64"),
  UNDERSTORY_DATA: data,
  UNDERSTORY_DEMO: "0",
  TRUST_PROXY: "loopback",
  PORT: "0",
});

let attempts = 0;

/** A wrong attempt by another name from another network each time, so that only the hashing itself is met. Answers its status and its ms. */
async function attempt() {
  const n = ++attempts;
  const from = `10.${n >> 8}.${n % 256}.1`;
  const body = new URLSearchParams({ name: `nobody ${n}`, secret: "five words of nobody here" }).toString();
  const began = performance.now();
  const { status } = await askOnce(server.url, {
    method: "POST",
    path: "/sign-in",
    headers: { ...HEADERS, "x-forwarded-for": from },
    body,
  });
  return { status, took: performance.now() - began };
}

const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const ms = (took: number | undefined) => (took === undefined ? "–" : Math.round(took).toString());

try {
  await attempt();
  const rest = memoryOf(server.pid);
  const rows = [];
  for (const { atOnce, times } of ROUNDS) {
    const all = [];
    let most = 0;
    for (let i = 0; i < times; i++) {
      const watch = setInterval(() => {
        most = Math.max(most, memoryOf(server.pid));
      }, 50);
      all.push(...(await Promise.all(Array.from({ length: atOnce }, attempt))));
      clearInterval(watch);
    }
    const checked = all.filter(({ status }) => status === 401).map(({ took }) => took);
    const busy = all.filter(({ status }) => status === 503).map(({ took }) => took);
    for (const list of [checked, busy]) list.sort((a, b) => a - b);
    rows.push({
      "at once": atOnce,
      checked: checked.length,
      "p50 ms": ms(at(checked, 0.5)),
      "p99 ms": ms(at(checked, 0.99)),
      "told busy": busy.length,
      "busy p50 ms": ms(at(busy, 0.5)),
      other: all.length - checked.length - busy.length,
      "memory MB": most,
    });
  }
  console.table(rows);
  console.log(`at rest ${rest} MB, afterwards ${memoryOf(server.pid)} MB; ${cpus().length} × ${cpus()[0]?.model}`);
} finally {
  await server.stop();
  rmSync(data, { recursive: true, force: true });
}
