import { mkdirSync, writeFileSync } from "node:fs";
import type { Kind } from "../support/crowds";
import { anEvening } from "../support/evenings";
import { type Style, styles } from "../support/pile-on";

/** An attack is caught in time when it is found by its twelfth stranger. */
const IN_TIME = 12;
const NEVER = Number.POSITIVE_INFINITY;

const runsAsked = Number(process.argv[2] ?? 100);
const seedGiven = process.argv[3] === undefined ? null : Number(process.argv[3]);

type Run = { seed: number; style: Style; caughtBy: number; slowedBy: number };

const runs: Run[] = [];
const ordinary = new Map<Kind, { all: number; asked: number; slowed: number }>();

for (const style of styles) {
  for (let i = 0; i < runsAsked; i++) {
    const seed = seedGiven ?? Math.floor(Math.random() * 2 ** 32);
    const { scenes, pileOn, found } = anEvening(seed, style);
    const caught = found.get(pileOn.target);
    runs.push({ seed, style, caughtBy: caught?.by ?? NEVER, slowedBy: caught?.slowedBy ?? NEVER });
    const counted = new Set<number>([pileOn.target]);
    for (const scene of scenes) {
      if (scene.kind === "pile-on") continue;
      const tally = ordinary.get(scene.kind) ?? { all: 0, asked: 0, slowed: 0 };
      const hit = [...new Set(scene.deeds.map((deed) => deed.target))].filter(
        (one) => found.has(one) && !counted.has(one),
      );
      for (const one of hit) counted.add(one);
      ordinary.set(scene.kind, {
        all: tally.all + 1,
        asked: tally.asked + (hit.length ? 1 : 0),
        slowed: tally.slowed + (hit.some((one) => found.get(one)?.slowedBy) ? 1 : 0),
      });
    }
  }
}

const SCRIPTED: readonly Style[] = ["raid", "branch", "sleepers"];
const of = (some: readonly Style[], by: "caughtBy" | "slowedBy" = "caughtBy") =>
  runs
    .filter((run) => some.includes(run.style))
    .map((run) => run[by])
    .sort((a, b) => a - b);
const share = (caught: number[], by: number) => caught.filter((one) => one <= by).length / caught.length;
const percent = (part: number) => `${(part * 100).toFixed(part > 0 && part < 0.01 ? 2 : 1)} %`;
const word = (n: number | undefined) => (n === undefined || n === NEVER ? "never" : String(n));

console.log("\nCaught by which stranger (of fifty accounts within two hours, beside everything below)\n");
console.log("| attack | runs | by the 12th | median | 95 of 100 by | never | slowed unasked by (median, 95 of 100) |");
console.log("|---|---|---|---|---|---|---|");
for (const some of [["raid"], ["branch"], ["sleepers"], SCRIPTED, ["mob"]] as Style[][]) {
  const caught = of(some);
  const slowed = of(some, "slowedBy");
  const at = (part: number, all = caught) => word(all[Math.ceil(all.length * part) - 1]);
  const name = some.length > 1 ? "all scripted" : some[0] === "mob" ? "mob (a real crowd: not scripted)" : some[0];
  console.log(
    `| ${name} | ${caught.length} | ${percent(share(caught, IN_TIME))} | ${at(0.5)} | ${at(0.95)} | ${caught.filter((one) => one === NEVER).length} | ${at(0.5, slowed)}, ${at(0.95, slowed)} |`,
  );
}
console.log(
  "\nOrdinary conversations in which somebody was asked whether it is one, and in which strangers were slowed\n",
);
console.log("| kind | conversations | asked | share | slowed |");
console.log("|---|---|---|---|---|");
for (const [kind, { all, asked, slowed }] of ordinary)
  console.log(`| ${kind} | ${all} | ${asked} | ${percent(asked / all)} | ${slowed} |`);
console.log(
  "\nSeeds of what was caught late or never (run one again: node --import tsx tests/bench/pile-on.ts 1 SEED)\n",
);
for (const { seed, style, caughtBy } of runs)
  if (SCRIPTED.includes(style) && caughtBy > IN_TIME) console.log(`${style} ${seed}: ${word(caughtBy)}`);
console.log(`\nAll seeds: ${runs.map(({ seed }) => seed).join(" ")}`);

const [WIDE, HIGH, LEFT, TOP] = [640, 320, 56, 24];
const MOST = 30;
const x = (stranger: number) => LEFT + (stranger / MOST) * (WIDE - LEFT - 120);
const y = (part: number) => TOP + (1 - part) * (HIGH - TOP - 48);
const COLORS: Record<Style, string> = { raid: "#3b6b4a", branch: "#8a5a12", sleepers: "#34578a", mob: "#8c8c84" };

function curve(style: Style): string {
  const caught = of([style]);
  const points = Array.from({ length: MOST + 1 }, (_, n) => `${x(n).toFixed(1)},${y(share(caught, n)).toFixed(1)}`);
  const end = y(share(caught, MOST)) + 4 + 14 * (styles.indexOf(style) - 1.5) * (share(caught, MOST) > 0.9 ? 1 : 0);
  return `<polyline fill="none" stroke="${COLORS[style]}" stroke-width="2" points="${points.join(" ")}"/><text x="${x(MOST) + 6}" y="${end}" fill="${COLORS[style]}">${style}</text>`;
}

const grid = [0, 0.25, 0.5, 0.75, 0.95, 1].map(
  (part) =>
    `<line x1="${LEFT}" x2="${x(MOST)}" y1="${y(part)}" y2="${y(part)}" stroke="#ddd"/><text x="${LEFT - 8}" y="${y(part) + 4}" text-anchor="end">${part * 100} %</text>`,
);
const steps = [0, 6, 12, 18, 24, 30].map((n) => `<text x="${x(n)}" y="${HIGH - 28}" text-anchor="middle">${n}</text>`);
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${HIGH}" font-family="sans-serif" font-size="12" fill="#333"><rect width="100%" height="100%" fill="#fff"/>${grid.join("")}${steps.join("")}<line x1="${x(IN_TIME)}" x2="${x(IN_TIME)}" y1="${y(1)}" y2="${y(0)}" stroke="#999" stroke-dasharray="4 4"/><text x="${LEFT}" y="${HIGH - 8}">how many strangers had come when the pile-on was found (${runsAsked} runs each)</text>${styles.map(curve).join("")}</svg>`;
mkdirSync(".cache/bench", { recursive: true });
writeFileSync(".cache/bench/pile-on.svg", svg);
console.log("\nThe plot is in .cache/bench/pile-on.svg");
