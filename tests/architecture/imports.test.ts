import { builtinModules } from "node:module";
import ts from "typescript";
import { expect, test } from "vitest";
import { inApp, isRoute, isServerOnly, placeOf, type Source, sources, walk } from "./source";

/** The house from top to bottom: a room may import what lies below it, and rooms of one row as long as there is no cycle. */
const HOUSE = [
  ["routes", "live", "jobs", "server", "demo", "browser"],
  ["retention"],
  ["gatherings", "elections"],
  ["panels"],
  ["cases"],
  ["journal"],
  ["reports"],
  ["messages", "discussion"],
  ["safety", "spaces", "handbook"],
  ["joining", "offices"],
  ["relations", "notifications"],
  ["pseudonyms"],
  ["accounts"],
  ["agreements", "public-log"],
  ["site"],
  ["limits"],
  ["platform"],
  ["db"],
];

/** Know no domain: anybody above the platform may use them, and they only what the platform says of itself. */
const ASIDE = ["ui", "i18n"];

/** Imports against the direction, each with its reason. */
const AGAINST: Record<string, string> = {
  "db → app/platform/ids.ts": "what an id is; pure",
  "db → app/platform/time.ts": "how long an hour is; pure",
};

function roomOf(path: string): string {
  if (path === "server.ts") return "server";
  if (path.startsWith("db/")) return "db";
  const [, room, rest] = path.split("/");
  return rest === undefined ? "routes" : room!;
}
const rowOf = (room: string) => HOUSE.findIndex((row) => row.includes(room));

const edges = sources.flatMap(({ path, imports }) =>
  imports.flatMap(({ to, typeOnly }) =>
    to?.startsWith("app/") || to?.startsWith("db/") ? [{ from: path, to, typeOnly }] : [],
  ),
);

test("every room has its place in the house", () => {
  const rooms = new Set(sources.map(({ path }) => roomOf(path)));
  expect([...rooms].filter((room) => rowOf(room) < 0 && !ASIDE.includes(room))).toEqual([]);
});

test("imports point one way", () => {
  const wrong = edges.filter(({ from, to }) => {
    const [a, b] = [roomOf(from), roomOf(to)];
    if (a === b || `${a} → ${to}` in AGAINST) return false;
    if (ASIDE.includes(a)) return !(b === "platform" || (a === "ui" && b === "i18n"));
    if (ASIDE.includes(b)) return rowOf(a) >= rowOf("platform") && b !== "i18n";
    return rowOf(b) < rowOf(a);
  });
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

/** The first cycle found in a graph, as a path that ends where it began. */
function cycleIn(graph: Map<string, Set<string>>): string[] {
  const state = new Map<string, "open" | "done">();
  const trail: string[] = [];
  const visit = (node: string): string[] | null => {
    if (state.get(node) === "done") return null;
    if (state.get(node) === "open") return [...trail.slice(trail.indexOf(node)), node];
    state.set(node, "open");
    trail.push(node);
    for (const next of graph.get(node) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    trail.pop();
    state.set(node, "done");
    return null;
  };
  for (const node of graph.keys()) {
    const found = visit(node);
    if (found) return found;
  }
  return [];
}

function graphOf(pairs: [string, string][]) {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of pairs) if (from !== to) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  return graph;
}

test("no file imports itself through others", () => {
  expect(cycleIn(graphOf(edges.filter((edge) => !edge.typeOnly).map(({ from, to }) => [from, to])))).toEqual([]);
});

test("no room imports itself through others", () => {
  const pairs = edges
    .filter(({ from, to }) => !(`${roomOf(from)} → ${to}` in AGAINST))
    .map(({ from, to }) => [roomOf(from), roomOf(to)] as [string, string]);
  expect(cycleIn(graphOf(pairs))).toEqual([]);
});

test("a cycle would be found", () => {
  expect(
    cycleIn(
      graphOf([
        ["a", "b"],
        ["b", "c"],
        ["c", "a"],
      ]),
    ),
  ).toEqual(["a", "b", "c", "a"]);
});

const BUILT_IN = new Set(builtinModules);
const isBuiltIn = (text: string) => text.startsWith("node:") || BUILT_IN.has(text);
const inBrowserToo = inApp.filter(({ path }) => !isServerOnly(path) && path !== "app/entry.server.tsx");

test("only *.server.ts touches the database, the environment and Node's own modules", () => {
  const wrong = inBrowserToo.flatMap((source) => {
    const imported = source.imports.filter(
      ({ text, typeOnly }) => !typeOnly && (isBuiltIn(text) || text.startsWith("#db/") || text.includes("/db/")),
    );
    const environment: string[] = [];
    walk(source, (node) => {
      if (ts.isPropertyAccessExpression(node) && node.getText() === "process.env")
        environment.push(placeOf(source, node));
    });
    return [...imported.map(({ text }) => `${source.path} → ${text}`), ...environment];
  });
  expect(wrong).toEqual([]);
});

test("what runs in browsers too imports nothing of the server's but types; only loaders and actions may", () => {
  const wrong = inBrowserToo
    .filter(({ path }) => !isRoute(path))
    .flatMap(({ path, imports }) =>
      imports.filter(({ to, typeOnly }) => !typeOnly && to && isServerOnly(to)).map(({ to }) => `${path} → ${to}`),
    );
  expect(wrong).toEqual([]);
});

/** Things that one file alone may touch: named by a pattern over an import or the text. */
const ALONE: [what: string, touches: (source: Source) => boolean, allowed: RegExp][] = [
  [
    "the table that ties pseudonyms to accounts",
    ({ path, text }) => !path.startsWith("app/i18n/") && /\bpseudonymLinks\b/.test(text),
    /^(db\/schema\/pseudonyms|app\/pseudonyms\/sealed-link\.server|app\/retention\/(periods|export\/parts))\.ts$/,
  ],
  [
    "Lucia",
    ({ imports }) => imports.some(({ text }) => text === "lucia"),
    /^app\/accounts\/(sessions|session-adapter)\.server\.ts$/,
  ],
  [
    "Argon2",
    ({ imports }) => imports.some(({ text }) => text === "@node-rs/argon2"),
    /^app\/accounts\/hashing\.server\.ts$/,
  ],
  [
    "the log's writer",
    ({ imports }) => imports.some(({ text }) => text === "pino"),
    /^app\/platform\/log\.server\.ts$/,
  ],
  [
    "the database's drivers",
    ({ imports }) => imports.some(({ text }) => ["better-sqlite3", "pg"].includes(text)),
    /^db\/(\w+\.)?(sqlite|pg)\.ts$/,
  ],
];

test.each(ALONE)("%s is touched in one place only", (_, touches, allowed) => {
  expect(sources.filter((source) => touches(source) && !allowed.test(source.path)).map(({ path }) => path)).toEqual([]);
});
