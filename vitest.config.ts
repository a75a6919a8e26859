import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const alias = [
  { find: /^~\//, replacement: at("./app/") },
  { find: /^#db\//, replacement: at("./db/") },
];
const setupFiles = ["tests/support/setup.ts"];
/** A test that hangs fails; one on a busy machine, where a hash or a new database takes seconds, doesn't. */
const patience = { testTimeout: 30_000, hookTimeout: 30_000 };
const browserPatience = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Pure rules run once; every data test runs on both engines; journeys run in a real browser. */
export default defineConfig({
  resolve: { alias },
  test: {
    // Two at once on the smallest machine: a test that waits for a browser or Postgres leaves the other something to do.
    maxWorkers: Math.max(2, availableParallelism()),
    globalSetup: ["tests/support/global-setup.ts"],
    projects: [
      {
        resolve: { alias },
        test: {
          name: "rules",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/**/*.data.test.*", "tests/**/*.e2e.test.*"],
          setupFiles,
          ...patience,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "sqlite",
          include: ["tests/**/*.data.test.{ts,tsx}"],
          setupFiles,
          ...patience,
          env: { TEST_ENGINE: "sqlite" },
        },
      },
      {
        resolve: { alias },
        test: {
          name: "postgres",
          include: ["tests/**/*.data.test.{ts,tsx}"],
          setupFiles,
          ...patience,
          env: { TEST_ENGINE: "pg" },
        },
      },
      {
        resolve: { alias },
        test: {
          name: "browser",
          include: ["tests/**/*.e2e.test.{ts,tsx}"],
          setupFiles,
          ...browserPatience,
        },
      },
    ],
  },
});
