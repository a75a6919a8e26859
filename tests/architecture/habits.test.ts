import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { filesBelow, inApp, placeOf, type Source, sources, tests, walk } from "./source";

/** Every node that `isWrong` says is wrong, as `file:line`. */
const placesOf = (files: Source[], isWrong: (node: ts.Node) => boolean) =>
  files.flatMap((source) => {
    const found: string[] = [];
    walk(source, (node) => {
      if (isWrong(node)) found.push(placeOf(source, node));
    });
    return found;
  });

const linesOf = (files: { path: string; text: string }[], pattern: RegExp) =>
  files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
  );

const textsBelow = (...folders: string[]) =>
  folders
    .filter(existsSync)
    .flatMap(filesBelow)
    .filter((path) => /\.(tsx?|mjs|md|css|json|sql|svg|txt|yml|yaml|sh)$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));

/** Where time may be read from the clock; everybody else is told. */
const CLOCKS: Record<string, string> = {
  "app/platform/http/http-server.server.ts": "reads it once for each request",
  "app/jobs/run-jobs.server.ts": "reads it once for each job",
  "app/live/use-gathering.ts": "in the browser, to look again when a turn is over",
};

test("time is passed in: nothing in the house asks the clock", () => {
  const asks = (node: ts.Node) =>
    (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length) ||
    (ts.isCallExpression(node) && /^(Date\.now|performance\.now|Date)$/.test(node.expression.getText()));
  const inside = inApp.filter(({ path }) => !(path in CLOCKS) && !path.startsWith("app/browser/"));
  expect(placesOf(inside, asks)).toEqual([]);
});

test("nothing is printed but through the one log", () => {
  const prints = (node: ts.Node) => ts.isPropertyAccessExpression(node) && node.expression.getText() === "console";
  // The address, for whoever has just started the server.
  const spoken = inApp.filter(({ path }) => path !== "app/platform/http/listen.server.ts");
  expect(placesOf(spoken, prints)).toEqual([]);
});

test("chance comes from the one strong source", () => {
  const weak = (node: ts.Node) => ts.isPropertyAccessExpression(node) && node.getText() === "Math.random";
  expect(placesOf(inApp, weak)).toEqual([]);
});

test("no element carries a style of its own, which the page's policy would drop", () => {
  expect(placesOf(inApp, (node) => ts.isJsxAttribute(node) && node.name.getText() === "style")).toEqual([]);
});

test("pages use plain links and forms", () => {
  const names = new Set(["Link", "NavLink", "Form"]);
  const remix = inApp.flatMap((source) => {
    const found: string[] = [];
    walk(source, (node) => {
      if (ts.isImportDeclaration(node) && node.moduleSpecifier.getText().includes("@remix-run/react"))
        ts.forEachChild(node, function visit(child) {
          if (ts.isImportSpecifier(child) && names.has(child.name.text)) found.push(placeOf(source, child));
          ts.forEachChild(child, visit);
        });
    });
    return found;
  });
  expect(remix).toEqual([]);
});

/** Addresses elsewhere that may stand in the code, each with its reason. */
const ELSEWHERE: [RegExp, string][] = [
  [/^http:\/\/www\.w3\.org\//, "names of XML vocabularies, never fetched"],
  [/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])/, "this machine"],
  [/^https?:\/\/(invalid|x|\$\{|…)/, "no address at all"],
  [/^https?:\/\/([\w-]+\.)*(example|invalid|test|onion)\b/, "examples"],
  [/^https:\/\/www\.wikipedia\.org\/$/, "where Leave now lands unless the community chose otherwise"],
];

test("no address of anybody else's stands in the code", () => {
  const found = textsBelow("app", "public")
    .filter(({ path }) => !path.startsWith("public/build/") && !path.startsWith("public/browser-dev/"))
    .flatMap(({ path, text }) => [...text.matchAll(/https?:\/\/[^\s"'`)>\\]*/g)].map(([url]) => ({ path, url })))
    .filter(({ url }) => url.length > "https://".length && !ELSEWHERE.some(([pattern]) => pattern.test(url)));
  expect(found.map(({ path, url }) => `${path}: ${url}`)).toEqual([]);
});

test("nothing is switched off or put off", () => {
  const own = (path: string) => path !== "tests/architecture/habits.test.ts";
  const files = [...sources, ...tests].filter(({ path }) => own(path));
  expect(linesOf(files, /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck|expect-error)/)).toEqual([]);
  const toAny = (node: ts.Node) => ts.isAsExpression(node) && node.type.kind === ts.SyntaxKind.AnyKeyword;
  expect(placesOf(files, toAny)).toEqual([]);
});

test("no test sleeps, is skipped or stands alone", () => {
  const files = tests.filter(({ path }) => !path.startsWith("tests/architecture/") && !path.startsWith("tests/bench/"));
  expect(linesOf(files, /\b(setTimeout|setInterval|sleep|waitForTimeout)\(|timers\/promises|networkidle/)).toEqual([]);
  expect(linesOf(files, /\b(test|it|describe)\.(only|skip|skipIf|runIf|todo|fails)\b|\bx(it|describe)\(/)).toEqual([]);
});

test("the house doesn't speak of the workshop it was built in", () => {
  const workshop =
    /\/work\/(wt|shared|main|\.)|\bworktree|\bARCHITECTURE\.md says|\bBRIEF\b|\b(issue|ticket) #?\d|\bclaude\b|\banthropic\b|\bchatgpt\b|\blanguage model\b/i;
  const own = (path: string) => path !== "tests/architecture/habits.test.ts" && !path.startsWith("public/build");
  const files = [
    ...textsBelow("app", "db", "tests", "scripts", "docs", "public"),
    ...["README.md", "server.ts", "package.json"]
      .filter(existsSync)
      .map((path) => ({ path, text: readFileSync(path, "utf8") })),
  ];
  expect(
    linesOf(
      files.filter(({ path }) => own(path)),
      workshop,
    ),
  ).toEqual([]);
});
