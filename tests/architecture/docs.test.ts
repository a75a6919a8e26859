import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const markdown = [
  "README.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((path) => join("docs", path)),
].filter((path) => path.endsWith(".md"));

/** Links to files of ours, and paths in backticks that look like them (`app/…`, `tests/…`); a `*` stands for any one name. */
function pathsNamed(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, to]) =>
    normalize(join(dirname(path), to!)),
  );
  const spoken = [...text.matchAll(/`((?:app|db|docs|deploy|public|scripts|tests)\/[\w./[\]*$-]*)`/g)].map(
    ([, to]) => to!,
  );
  return [...links, ...spoken];
}

function exists(path: string): boolean {
  const [folder, rest] = path.split("/*/");
  if (rest === undefined) return existsSync(path);
  return readdirSync(folder!).some(
    (name) => statSync(join(folder!, name)).isDirectory() && existsSync(join(folder!, name, rest)),
  );
}

test.each(markdown)("%s names only files that are there", (path) => {
  expect(pathsNamed(path).filter((to) => !exists(to))).toEqual([]);
});

test("every decision says what it was about, what was decided and what follows", () => {
  for (const path of markdown.filter((one) => one.startsWith("docs/decisions/"))) {
    const text = readFileSync(path, "utf8");
    expect(text.startsWith("# "), path).toBe(true);
    for (const part of ["## Context", "## Decision", "## Consequence"]) expect(text, path).toContain(part);
  }
});
