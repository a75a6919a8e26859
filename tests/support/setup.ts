import { inject, vi } from "vitest";

process.env.NODE_ENV = "test";
process.env.UNDERSTORY_SECRET ??= "dGhlIHRlc3RzJyBvd24ga2V5LCBvZiBubyB1c2UgYXQgYWxsIQ==";
process.env.UNDERSTORY_DATA ??= "/nonexistent";
// db/kit reads this once, when it is first imported: after this file.
if (process.env.TEST_ENGINE === "pg") process.env.DATABASE_URL = inject("pg")!.url;
else delete process.env.DATABASE_URL;

// What is unexpected enough to be printed is unexpected enough to fail.
vi.spyOn(console, "error").mockImplementation((...said) => {
  throw new Error(`console.error: ${said.map(String).join(" ").slice(0, 2000)}`);
});
