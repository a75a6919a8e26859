import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import type { Row } from "./measure";
import { type Options, RESULTS } from "./options";
import type { Weight } from "./weigh";

export type Report = { rows: Row[]; atRest: number; weights: Record<string, Weight>; missing: string[] };

const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const percent = (share: number | null) => (share === null ? "–" : `${(share * 100).toFixed(1)} %`);

/** Lines of a table with columns as wide as their widest text. */
function columns(rows: string[][]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const line = (row: string[]) =>
    row.map((text, i) => (i ? text.padStart(widths[i]!) : text.padEnd(widths[i]!))).join("  ");
  return rows.map(line).join("\n");
}

/** The table for people. Ratios are what counts: machines differ, and a busy one differs from itself. */
export function tableOf({ rows, atRest, weights, missing }: Report, options: Options): string {
  const head = ["", "per second", "p50 ms", "p99 ms", "bare server", "share", "memory MB", "failed"];
  const found = rows.map((row) => [
    row.name,
    row.perSecond.toFixed(row.perSecond < 100 ? 1 : 0),
    String(row.p50),
    String(row.p99),
    row.ceiling === null ? "–" : row.ceiling.toFixed(0),
    percent(row.share),
    String(row.memory),
    String(row.failed),
  ]);
  const pages = Object.entries(weights).map(([name, weight]) => [
    name,
    kb(weight.html),
    kb(weight.styles),
    kb(weight.scripts),
    kb(weight.other),
    kb(weight.withScripts),
    kb(weight.withoutScripts),
  ]);
  return [
    `${options.posts.toLocaleString("en")} posts on ${options.pg ? "Postgres" : "SQLite"}, ${options.connections} connections, ${options.seconds} s a row, ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}`,
    columns([head, ...found]),
    `Memory at rest: ${atRest} MB`,
    columns([["first visit, gzipped", "HTML", "style", "script", "other", "all", "scripts off"], ...pages]),
    ...missing.map((line) => `not measured: ${line}`),
  ].join("\n\n");
}

/** A bar for each row that has a ceiling, on a logarithmic scale from 0.1 to 100 %. */
function plotOf(rows: Row[]): string {
  const shown = rows.filter((row) => row.share !== null);
  const [left, width, step] = [220, 420, 34];
  const x = (share: number) => left + (width * (Math.log10(Math.max(share, 0.001)) + 3)) / 3;
  const height = shown.length * step + 60;
  const ticks = [0.001, 0.01, 0.1, 1].map(
    (share) =>
      `<line x1="${x(share)}" x2="${x(share)}" y1="30" y2="${height - 20}" stroke="#c9c4b4"/><text x="${x(share)}" y="20" text-anchor="middle">${share * 100} %</text>`,
  );
  const bars = shown.map(
    (row, i) =>
      `<text x="${left - 10}" y="${54 + i * step}" text-anchor="end">${row.name}</text><rect x="${left}" y="${38 + i * step}" width="${x(row.share!) - left}" height="22" fill="#4f6b3a"/><text x="${x(row.share!) + 6}" y="${54 + i * step}">${percent(row.share)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="${height}" font-family="system-ui, sans-serif" font-size="14" fill="#1f2a1c"><title>Requests a second as a share of a bare server's</title><rect width="100%" height="100%" fill="#faf7ef"/>${ticks.join("")}${bars.join("")}</svg>\n`;
}

/** Prints the table and leaves it as JSON, text and a plot. */
export function writeReport(report: Report, options: Options): void {
  const table = tableOf(report, options);
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(
    `${RESULTS}/last.json`,
    `${JSON.stringify({ options, node: process.versions.node, ...report }, null, 2)}\n`,
  );
  writeFileSync(`${RESULTS}/last.txt`, `${table}\n`);
  writeFileSync(`${RESULTS}/last.svg`, plotOf(report.rows));
  console.log(`\n${table}\n\nThe same as JSON, text and a plot: ${RESULTS}/last.{json,txt,svg}`);
}
