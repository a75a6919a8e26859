import { expect, test } from "vitest";
import { notifications } from "#db/schema";
import { freshDatabase } from "../support/database";

const row = { kind: "reply", bump: 1, created: new Date("2026-05-04T13:47:31.123Z") } as const;

test.each([
  ["a pseudonym", { pseudonymId: 7 }, true],
  ["an account", { accountId: 8 }, true],
  ["both, which would tell whose name it is", { pseudonymId: 7, accountId: 8 }, false],
  ["nobody", {}, false],
])("a notification addressed to %s", async (_, to, kept) => {
  const database = await freshDatabase();
  const written = database.transaction((tx) => tx.insert(notifications).values({ ...row, ...to }));
  if (kept) await written;
  else await expect(written).rejects.toThrow();
  expect(await database.read.$count(notifications)).toBe(kept ? 1 : 0);
});
