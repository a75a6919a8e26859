import ts from "typescript";
import { expect, test } from "vitest";
import { inApp, readSource, type Source } from "./source";

/** Who is asking: one of these must be a loader's or action's first words. A parent's guard doesn't protect a child. */
const DOORS = new Set(["requireMember", "requireProof", "requireOffice", "findViewer", "publicDoor"]);

type Handler = { name: string; body: ts.ConciseBody | undefined; in: Source };

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword);

/** The functions that a file exports under a name, through re-exports and plain names. */
function exported(source: Source, name: string): Handler[] {
  const found: Handler[] = [];
  const local = (wanted: string): Handler[] =>
    source.tree.statements.flatMap((statement) => {
      if (ts.isFunctionDeclaration(statement) && statement.name?.text === wanted)
        return [{ name, body: statement.body, in: source }];
      if (!ts.isVariableStatement(statement)) return [];
      return statement.declarationList.declarations.flatMap(({ name: declared, initializer }) => {
        if (declared.getText() !== wanted) return [];
        const isFunction = initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
        return [{ name, body: isFunction ? initializer.body : undefined, in: source }];
      });
    });
  for (const statement of source.tree.statements) {
    if (ts.isFunctionDeclaration(statement) && isExported(statement) && statement.name?.text === name)
      found.push({ name, body: statement.body, in: source });
    if (ts.isVariableStatement(statement) && isExported(statement)) {
      const declares = statement.declarationList.declarations.some((d) => d.name.getText() === name);
      if (declares) found.push(...local(name));
    }
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      for (const element of statement.exportClause.elements) {
        if (element.name.text !== name) continue;
        const original = (element.propertyName ?? element.name).text;
        if (!statement.moduleSpecifier) found.push(...local(original));
        else {
          const to = source.imports.find(
            ({ text }) => text === (statement.moduleSpecifier as ts.StringLiteral).text,
          )?.to;
          found.push(...(to ? exported(readSource(to), original) : [{ name, body: undefined, in: source }]));
        }
      }
    }
  }
  return found;
}

function beginsAtADoor(body: ts.ConciseBody | undefined): boolean {
  if (!body) return false;
  const first = ts.isBlock(body) ? body.statements[0] : body;
  if (!first) return false;
  // Whoever only turns people away need not know who they are.
  if (ts.isThrowStatement(first)) return true;
  let found = false;
  const look = (node: ts.Node) => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isCallExpression(node) && DOORS.has(node.expression.getText())) found = true;
    ts.forEachChild(node, look);
  };
  look(first);
  return found;
}

const routes = inApp.filter(({ path }) => path.startsWith("app/routes/") || path === "app/root.tsx");
const handlers = routes.flatMap((route) =>
  ["loader", "action"].flatMap((name) => exported(route, name).map((handler) => ({ ...handler, route: route.path }))),
);

test("there are loaders and actions to look at", () => {
  expect(handlers.length).toBeGreaterThan(5);
});

test.each(handlers.map((handler) => [handler.route, handler.name, handler] as const))(
  "%s: its %s begins by saying who may ask",
  (_, __, handler) => expect(beginsAtADoor(handler.body), "the first statement must call a door").toBe(true),
);

test("no loader or action runs in the browser, where no door stands", () => {
  const inBrowser = routes.flatMap((route) =>
    ["clientLoader", "clientAction"]
      .filter((name) => exported(route, name).length)
      .map((name) => `${route.path}: ${name}`),
  );
  expect(inBrowser).toEqual([]);
});

test("a handler without a door would be found", () => {
  const parse = (text: string) =>
    ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022, true).statements[0] as ts.FunctionDeclaration;
  expect(beginsAtADoor(parse("function loader(args) { const now = 1; await requireMember(args); }").body)).toBe(false);
  expect(beginsAtADoor(parse("function loader(args) { return () => requireMember(args); }").body)).toBe(false);
  expect(beginsAtADoor(parse("function loader(args) { const viewer = await requireMember(args); }").body)).toBe(true);
});
