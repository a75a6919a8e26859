import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { expect, onTestFinished, test } from "vitest";

type Journal = { entries: { tag: string }[] };
const journalOf = (folder: string) => JSON.parse(readFileSync(`${folder}/meta/_journal.json`, "utf8")) as Journal;

test.each([
  ["sqlite", "sqlite", ""],
  ["pg", "postgresql", "postgres://localhost/none"],
])(
  "the migrations in db/migrations/%s say everything that db/schema says",
  (folder, dialect, url) => {
    // drizzle-kit takes only a folder below the one it runs in.
    const copy = relative(process.cwd(), mkdtempSync("build-of-migrations-"));
    onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
    cpSync(`db/migrations/${folder}`, copy, { recursive: true });
    const args = [
      "--dialect",
      dialect,
      "--schema",
      "./db/schema/index.ts",
      "--out",
      `./${copy}`,
      "--casing",
      "snake_case",
    ];
    const made = spawnSync(process.execPath, ["node_modules/drizzle-kit/bin.cjs", "generate", ...args], {
      env: { ...process.env, DATABASE_URL: url },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(made.status, made.stderr).toBe(0);
    const added = journalOf(copy).entries.slice(journalOf(`db/migrations/${folder}`).entries.length);
    const statements = added.map(({ tag }) => readFileSync(`${copy}/${tag}.sql`, "utf8"));
    expect(statements, "run `npm run migrations -- --name why-in-words`").toEqual([]);
  },
  30_000,
);

test("both engines have the same steps, under the same names", () => {
  const names = (folder: string) => journalOf(`db/migrations/${folder}`).entries.map((entry) => entry.tag);
  expect(names("sqlite")).toEqual(names("pg"));
});
