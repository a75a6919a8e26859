import ts from "typescript";
import { readSource, type Source } from "./source";

const files = new Map<string, Source>();

function fileOf(path: string): Source {
  const known = files.get(path) ?? readSource(path);
  files.set(path, known);
  return known;
}

/** Where callers are told apart: before every page, and counted as reading. */
const DOORS = "app/pseudonyms/door.server.ts";

export type Place = { in: Source; node: ts.Node };

/** Where a name of a file's own is declared: here, or in the file it is imported or exported from. */
export function declared(source: Source, name: string): Place[] {
  return source.tree.statements.flatMap((statement): Place[] => {
    if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name?.text === name)
      return [{ in: source, node: statement }];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations
        .filter((one) => new RegExp(`\\b${name.replace("$", "\\$")}\\b`).test(one.name.getText()) && one.initializer)
        .map((one) => ({ in: source, node: one.initializer! }));
    const elsewhere =
      ts.isImportDeclaration(statement) && statement.importClause?.namedBindings
        ? statement.importClause.namedBindings
        : ts.isExportDeclaration(statement)
          ? statement.exportClause
          : undefined;
    if (!elsewhere || !(ts.isNamedImports(elsewhere) || ts.isNamedExports(elsewhere))) return [];
    const from = (statement as ts.ImportDeclaration | ts.ExportDeclaration).moduleSpecifier;
    return [...elsewhere.elements]
      .filter((element) => element.name.text === name && !element.isTypeOnly)
      .flatMap((element) => {
        const original = (element.propertyName ?? element.name).text;
        if (!from) return original === name ? [] : declared(source, original);
        const to = source.imports.find(({ text }) => text === (from as ts.StringLiteral).text)?.to;
        return to?.startsWith("app/") ? declared(fileOf(to), original) : [];
      });
  });
}

/** Everything that is called in `place`, or in what is named there, and so on, with its first argument: `site.limits.take("x"`. */
export function callsWithin(place: Place, seen = new Set<ts.Node>()): string[] {
  if (seen.has(place.node) || place.in.path === DOORS) return [];
  seen.add(place.node);
  const calls: string[] = [];
  const names = new Set<string>();
  const look = (node: ts.Node) => {
    if (ts.isTypeNode(node)) return;
    if (ts.isCallExpression(node))
      calls.push(`${node.expression.getText()}(${node.arguments[0]?.getText() ?? ""}`.replace(/\s+/g, ""));
    if (ts.isIdentifier(node) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node))
      names.add(node.text);
    ts.forEachChild(node, look);
  };
  look(place.node);
  return [...calls, ...[...names].flatMap((name) => declared(place.in, name).flatMap((to) => callsWithin(to, seen)))];
}
