import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of migrations as drizzle-kit writes them, gone when the test is over. `add` puts one more behind the others. */
export function migrationFolder(dialect: "sqlite" | "pg") {
  const folder = mkdtempSync(join(tmpdir(), "understory-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "meta"));
  const entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[] = [];
  const add = (...statements: string[]) => {
    const idx = entries.length;
    entries.push({ idx, version: "7", when: 1000 + idx, tag: `000${idx}_step`, breakpoints: true });
    writeFileSync(join(folder, `000${idx}_step.sql`), statements.join("\n--> statement-breakpoint\n"));
    writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify({ version: "7", dialect, entries }));
  };
  return { folder, add };
}
