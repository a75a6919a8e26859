import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { dirname } from "node:path";
import { chance } from "../support/crowds";
import type { Told } from "./simulated/place";

process.env.UNDERSTORY_SECRET ??= Buffer.from("only for measuring: 32 bytes long").toString("base64");
process.env.UNDERSTORY_DATA ??= "/nonexistent";

const args = process.argv.slice(2);
const option = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const asked = args.filter((arg) => !arg.startsWith("--"));
const wanted = asked.length ? asked : ["a", "b", "c", "d", "e"];
const file = option("to") ?? ".cache/bench/simulations.html";
const seed = Number(option("seed") ?? Math.floor(Math.random() * 2 ** 32));

/** Loaded when asked for: the engine and the keys are read when a module is first imported. */
const simulations: Record<string, () => Promise<Told[]>> = {
  a: async () => [await (await import("./simulated/month")).aMonth(chance(seed))],
  b: async () => [await (await import("./simulated/raid")).aRaid(chance(seed))],
  c: async () => {
    const { guessing } = await import("./simulated/guessing");
    return [await guessing(chance(seed), 1), await guessing(chance(seed), 500)];
  },
  d: async () => [await (await import("./simulated/reporting")).massReporting(chance(seed))],
  e: async () => (await import("./simulated/flood")).floods(),
};

const told: (Told & { seconds: number })[] = [];
for (const which of wanted) {
  const simulate = simulations[which];
  if (!simulate) throw new Error(`there are a, b, c, d and e; not ${which}`);
  const began = performance.now();
  const found = await simulate();
  for (const one of found) told.push({ ...one, seconds: (performance.now() - began) / 1_000 / found.length });
}

const COLUMNS = [
  "simulation",
  "what attackers achieved",
  "what ordinary members noticed",
  "how soon it was over",
  "p99 for readers",
];
const rows = told.map((one) => [one.name, one.achieved, one.noticed, one.over, one.p99]);
const took = told.map((one) => `${one.name.slice(0, 1)} ${one.seconds.toFixed(0)} s`).join(", ");
const where = `Seed ${seed}; ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]!.toFixed(1)}; ${took}.`;
console.log(`| ${COLUMNS.join(" | ")} |\n|${"---|".repeat(COLUMNS.length)}`);
for (const row of rows) console.log(`| ${row.join(" | ")} |`);
console.log(`\n${where}`);

const [WIDE, HIGH, LEFT] = [640, 110, 10];

/** One panel: what went through (dark) and what was refused (light), by time. */
function panel({ name, series }: Told, i: number): string {
  const { through, refused, unit } = series;
  const most = Math.max(1, ...through.map((n, at) => n + refused[at]!));
  const width = (WIDE - 2 * LEFT) / through.length;
  const bars = through.map((n, at) => {
    const [x, a, b] = [LEFT + at * width, (n / most) * 70, (refused[at]! / most) * 70];
    const bar = (y: number, high: number, fill: string) =>
      `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${Math.max(1, width - 1).toFixed(1)}" height="${high.toFixed(1)}" fill="${fill}"/>`;
    return bar(98 - a, a, "#3b6b4a") + bar(98 - a - b, b, "#d8c49a");
  });
  return `<g transform="translate(0 ${i * HIGH + 24})"><text x="${LEFT}" y="14">${name}: at most ${most} tries a ${unit}</text>${bars.join("")}</g>`;
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${told.length * HIGH + 30}" font-family="sans-serif" font-size="12" fill="#333"><rect width="100%" height="100%" fill="#fff"/><text x="${LEFT}" y="16">dark: let through, light: refused</text>${told.map(panel).join("")}</svg>`;
const cells = (tag: string, words: string[]) => `<tr>${words.map((one) => `<${tag}>${one}</${tag}>`).join("")}</tr>`;
const html = `<!doctype html><meta charset="utf-8"><title>Simulations</title>${svg}<table border="1">${cells("th", COLUMNS)}${rows.map((row) => cells("td", row)).join("")}</table><p>${where}</p>`;
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, html);
console.log(`The plot and the table are in ${file}`);
