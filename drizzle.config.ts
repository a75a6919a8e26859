import { defineConfig } from "drizzle-kit";

const pg = /^postgres/.test(process.env.DATABASE_URL ?? "");

export default defineConfig({
  dialect: pg ? "postgresql" : "sqlite",
  schema: "./db/schema/index.ts",
  out: pg ? "./db/migrations/pg" : "./db/migrations/sqlite",
  casing: "snake_case",
});
