import ts from "typescript";
import { describe, expect, test } from "vitest";
import { deeds } from "~/limits/table";
import { asks } from "~/live/events";
import { callsWithin, declared, type Place } from "./reach";
import { inApp, walk } from "./source";

/** Actions without a limit, each with its reason. */
const UNCOUNTED: Record<string, string> = {
  "app/routes/join._index.tsx": "draws a ticket or checks work that was done, in memory; joining itself is counted",
  "app/routes/report_.outside._index.tsx": "the same, before a report from outside",
  "app/routes/sign-out.tsx": "nobody is ever kept from signing out",
};

/** Loaders that cost more than reading and aren't counted, each with its reason. */
const READ_FREELY: Record<string, string> = {
  "app/routes/leave.tsx": "nobody is ever kept from leaving",
  "app/routes/me.export_.archive.ts": "opens with a ticket alone, good once; drawing one is counted",
  "app/routes/me.journal.match.$match.tsx": "marks as seen what is new, and nothing when nothing is",
  "app/routes/moderation.cases.$case.tsx": "notes once a day that the sealed copy was read",
  "app/routes/moderation.cases.$case_.image.$copy.ts": "as above, of the image in it",
  "app/routes/notifications.tsx": "marks as seen what is new, and nothing when nothing is",
  "app/routes/t.$topic._index.tsx": "moves the reader's own mark, and only forward",
};

/** What costs more than reading rows: hashing, searching, streaming, making a document, writing. */
const COSTLY =
  /^(?:[\w.]+\.)?(?:hashSecret|verifySecret|deriveKey|searchPosts|streamedResponse|makeDocument|transaction)\(/;
const COUNTED = /^(?:[\w.]+\.)?limits\.take\(/;

const routes = inApp.filter(({ path }) => path.startsWith("app/routes/") || path === "app/root.tsx");
const handlersOf = (name: "action" | "loader") =>
  routes.flatMap((route) => {
    const places = declared(route, name);
    return places.length ? [{ path: route.path, calls: places.flatMap((place) => callsWithin(place)) }] : [];
  });
const isCounted = (calls: string[]) => calls.some((call) => COUNTED.test(call));

const actions = handlersOf("action");
const costly = handlersOf("loader").filter(({ calls }) => calls.some((call) => COSTLY.test(call)));

describe("whatever somebody can do is counted, or has a reason not to be", () => {
  test("there is something to look at", () => {
    expect(actions.length).toBeGreaterThan(40);
    expect(costly.map(({ path }) => path)).toContain("app/routes/search.tsx");
  });

  test.each(actions)("$path: its action has a row in the table", ({ path, calls }) =>
    expect(isCounted(calls)).toBe(UNCOUNTED[path] === undefined),
  );

  test.each(costly)("$path: its loader costs, and has a row in the table", ({ path, calls }) =>
    expect(isCounted(calls)).toBe(READ_FREELY[path] === undefined),
  );

  test.each(Object.keys(asks))("what a browser asks over its socket: %s", (ask) =>
    expect(isCounted(earOf(ask).flatMap((place) => callsWithin(place)))).toBe(true),
  );

  test("no reason outlives what it was given for", () => {
    const there = (paths: { path: string }[], reasons: Record<string, string>) =>
      Object.keys(reasons).filter((path) => !paths.some((one) => one.path === path));
    expect([...there(actions, UNCOUNTED), ...there(costly, READ_FREELY)]).toEqual([]);
  });
});

test("every row of the table is somebody's: nothing is left over", () => {
  const said = new Set<string>();
  for (const source of inApp)
    if (!source.path.startsWith("app/limits/"))
      walk(source, (node) => {
        if (ts.isStringLiteral(node)) said.add(node.text);
      });
  expect(Object.keys(deeds).filter((deed) => !said.has(deed))).toEqual([]);
});

/** What hears an ask: the member of `ears` with its name. */
function earOf(ask: string): Place[] {
  const hearing = inApp.find(({ path }) => path === "app/live/hear-asks.server.ts")!;
  const found: Place[] = [];
  walk(hearing, (node) => {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== "ears" || !node.initializer) return;
    for (const ear of (node.initializer as ts.ObjectLiteralExpression).properties)
      if (ear.name?.getText().replaceAll('"', "") === ask) found.push(...withHelpers(hearing, ear));
  });
  return found;

  /** The functions beside it are declared inside of a function, where names aren't followed by themselves. */
  function withHelpers(source: Place["in"], ear: ts.Node): Place[] {
    const places: Place[] = [{ in: source, node: ear }];
    if (/\bpaced\(/.test(ear.getText()))
      walk(source, (node) => {
        if (ts.isVariableDeclaration(node) && node.name.getText() === "paced") places.push({ in: source, node });
      });
    return places;
  }
}
