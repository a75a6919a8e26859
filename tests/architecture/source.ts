import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";

export type Import = {
  text: string;
  typeOnly: boolean /** A path of ours, or null for a package. */;
  to: string | null;
};
export type Source = { path: string; text: string; lines: number; tree: ts.SourceFile; imports: Import[] };

/** Every file below `folder`, as paths from the project's root. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const ENDINGS = ["", ".ts", ".tsx", "/index.ts"];

/** The file of ours that an import names, or null. */
function resolve(from: string, text: string): string | null {
  const path = text.startsWith("~/")
    ? `app/${text.slice(2)}`
    : text.startsWith("#db/")
      ? `db/${text.slice(4)}`
      : text.startsWith(".")
        ? normalize(join(dirname(from), text))
        : null;
  if (path === null) return null;
  const found = ENDINGS.map((ending) => path + ending).find((one) => /\.\w+$/.test(one) && existsSync(one));
  return found ?? path;
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (text: string, typeOnly: boolean) => found.push({ text, typeOnly, to: resolve(path, text) });
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.importClause?.isTypeOnly ?? false);
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.isTypeOnly);
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      ts.isStringLiteral(node.arguments[0]!)
    )
      add(node.arguments[0].text, false);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

export function readSource(path: string): Source {
  const text = readFileSync(path, "utf8");
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
  return { path, text, lines: text.trimEnd().split("\n").length, tree, imports: importsOf(path, tree) };
}

const isSource = (path: string) => /\.tsx?$/.test(path);

/** All TypeScript of the house: the app, the database and the server's entry. */
export const sources: Source[] = [...filesBelow("app"), ...filesBelow("db"), "server.ts"]
  .filter(isSource)
  .map(readSource);
export const tests: Source[] = filesBelow("tests").filter(isSource).map(readSource);
export const inApp = sources.filter(({ path }) => path.startsWith("app/"));

export const isServerOnly = (path: string) =>
  /\.server\.tsx?$/.test(path) || path.startsWith("db/") || path === "server.ts";
export const isRoute = (path: string) => path.startsWith("app/routes/") || path === "app/root.tsx";

/** Calls `look` with every node of a file. */
export function walk(source: Source, look: (node: ts.Node) => void): void {
  const visit = (node: ts.Node) => {
    look(node);
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
}

/** `app/x.ts:12`, where a node begins. */
export const placeOf = ({ path, tree }: Source, node: ts.Node) =>
  `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
