import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { filesBelow } from "./source";

const FOLDER = "public/build";
const scripts = existsSync(FOLDER) ? filesBelow(FOLDER).filter((path) => path.endsWith(".js")) : [];

/** Words that stand only in code for the server. */
const TELLTALE = [
  "better-sqlite3",
  "drizzle-orm",
  "argon2",
  "node:crypto",
  "node:fs",
  "sign_in_key",
  "pseudonym_links",
  "pg_advisory",
  "createHmac",
  "UNDERSTORY_SECRET",
  "sanitize-html",
];

test("there is a build to look at (`npm run build` makes it)", () => {
  expect(scripts.length).toBeGreaterThan(0);
});

test.each(TELLTALE)("nothing of %s reaches a browser", (word) => {
  expect(scripts.filter((path) => readFileSync(path, "utf8").includes(word))).toEqual([]);
});

test("no script keeps a route's loader or action", () => {
  const pages = scripts.filter((path) => path.includes("/routes/"));
  expect(
    pages.filter((path) => /\b(requireMember|requireOffice|findViewer|publicDoor)\b/.test(readFileSync(path, "utf8"))),
  ).toEqual([]);
});

test("the small scripts of reading pages stay small: 8 KB together, gzipped", () => {
  const small = scripts.filter((path) => path.startsWith(`${FOLDER}/browser/`));
  const bytes = small.map((path) => gzipSync(readFileSync(path)).length).reduce((a, b) => a + b, 0);
  expect(bytes).toBeLessThan(8 * 1024);
});

test("the server's bundle asks for nothing that a bundle of modules can't load", () => {
  const asked = [...readFileSync("build/index.js", "utf8").matchAll(/__require\w*\("([^"]+)"\)/g)].map(
    ([, name]) => name,
  );
  expect(asked).toEqual([]);
});
