import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { freePort } from "../support/free-port";
import { measure, type Row } from "./measure";
import { readOptions } from "./options";
import { startPostgres } from "./postgres";
import { type Report, writeReport } from "./report";
import { memoryOf, startProcess } from "./server-process";
import { weighPage } from "./weigh";

const options = readOptions(process.argv.slice(2));
mkdirSync(options.folder, { recursive: true });

// Of no use anywhere else: the community is made up, and its links have to open in the next run too.
process.env.UNDERSTORY_SECRET = Buffer.from("only for measuring: 32 bytes long").toString("base64");
process.env.UNDERSTORY_DATA = resolve(options.folder);
const postgres = options.pg ? await startPostgres(options.folder, await freePort()) : null;
// db/kit reads this when it is first imported, so what imports it comes after.
if (postgres) process.env.DATABASE_URL = postgres.url;
else delete process.env.DATABASE_URL;
const { prepareCommunity } = await import("./prepare");
const { rowsOf } = await import("./rows");
const { measureFanOut } = await import("./fan-out");

const made = await prepareCommunity(options);
const profile = options.profile ? ["--cpu-prof", `--cpu-prof-dir=${options.folder}`] : [];
const server = await startProcess([...profile, "--max-semi-space-size=4", "scripts/start.mjs"], {
  UNDERSTORY_SECRET: process.env.UNDERSTORY_SECRET,
  UNDERSTORY_DATA: process.env.UNDERSTORY_DATA,
  UNDERSTORY_DEMO: "0",
  TRUST_PROXY: "loopback",
  PORT: "0",
  ...(postgres ? { DATABASE_URL: postgres.url } : {}),
});

const report: Report = { rows: [], atRest: memoryOf(server.pid), weights: {}, missing: [] };
try {
  const told = async (name: string, work: () => Promise<Row>) => {
    if (!name.includes(options.only)) return;
    process.stderr.write(`measuring: ${name} … `);
    try {
      const row = await work();
      report.rows.push(row);
      process.stderr.write(`${row.perSecond.toFixed(1)} a second\n`);
    } catch (error) {
      report.missing.push(`${name} (${(error as Error).message})`);
      process.stderr.write("not possible\n");
    }
  };
  const plans = rowsOf(made).filter(({ name }) => name.includes(options.only));
  for (const plan of plans) await told(plan.name, () => measure(server, plan, options));
  await told("live", () => measureFanOut(server, made.topics.at(-1)!));
  for (const name of ["topic page, guest, one topic", "topic page, signed in", "space page, signed in"]) {
    const example = plans.find((plan) => plan.name === name)?.next();
    if (example) report.weights[name] = await weighPage(server.url, example.path, example.headers?.cookie);
  }
} finally {
  await server.stop();
  await postgres?.stop();
}
writeReport(report, options);
