import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, sources, tests } from "./source";

const all = [...sources, ...tests];
const paths = ["app", "db", "tests", "scripts"]
  .flatMap(filesBelow)
  .filter((path) => !path.startsWith("db/migrations/"));

test("no file is longer than 300 lines, no route longer than 200", () => {
  const long = all.filter(({ path, lines }) => lines > (path.startsWith("app/routes/") ? 200 : 300));
  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test("most files are short: nine in ten stay under 200 lines", () => {
  expect(all.filter(({ lines }) => lines > 200).length).toBeLessThan(all.length / 10);
});

test("files and folders are named in kebab-case", () => {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
  const wrong = paths
    .filter((path) => !path.startsWith("app/routes/"))
    .filter((path) => !path.endsWith("README.md"))
    // Words are found by their room's name, which i18next wants as an identifier.
    .filter((path) => !/^app\/i18n\/(en|es)\/\w+\.ts$/.test(path))
    .filter((path) => !path.split("/").every((part) => kebab.test(part)));
  expect(wrong).toEqual([]);
});

test("no file hides what it does behind a word that fits anything", () => {
  const vague = /(^|[-.])(utils?|helpers?|services?|managers?|misc|common|shared|stuff)([-.]|$)/;
  expect(paths.filter((path) => path.split("/").some((part) => vague.test(part)))).toEqual([]);
});

test("no file only passes on what others export", () => {
  const allowed = new Set(["db/schema/index.ts"]);
  const barrels = sources.filter(
    ({ path, tree }) =>
      tree.statements.length > 0 &&
      !allowed.has(path) &&
      tree.statements.every((s) => /^export (type )?[{*].* from /s.test(s.getText())),
  );
  expect(barrels.map(({ path }) => path).filter((path) => !path.startsWith("app/routes/"))).toEqual([]);
});

test("every test lies in a folder that mirrors a room", () => {
  const rooms = new Set([...filesBelow("app").map((path) => path.split("/")[1]!), "db", "routes"]);
  const others = new Set([
    "architecture",
    "support",
    "bench",
    "screenshots",
    "journeys",
    "unlinkable",
    "scripts",
    "docs",
    "e2e",
    "server",
  ]);
  const lost = tests
    .map(({ path }) => dirname(path).split("/")[1] ?? basename(path))
    .filter((room) => !rooms.has(room) && !others.has(room));
  expect([...new Set(lost)]).toEqual([]);
});

test("the lock file names no registry", () => {
  expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved": "(?!file:)/);
});
