import { createHash } from "node:crypto";
import { eq, gt, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { publicLog } from "#db/schema";
import type { Tx } from "#db/types";
import { plus } from "~/platform/time";
import { appendToLog } from "~/public-log/append-entry.server";
import { detailsText } from "~/public-log/chain";
import { wholeLog } from "~/public-log/log-queries.server";
import { verifyLog } from "~/public-log/verify";
import { freshDatabase, type TestDatabase } from "../support/database";

const now = new Date("2026-05-04T23:47:31.123Z");
const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const check = async (database: TestDatabase, head?: string) =>
  verifyLog(await wholeLog(database.read), { hash, detailsText, head });

async function logOfFive() {
  const database = await freshDatabase();
  for (let i = 1; i <= 5; i++) {
    const details = { zeta: i, alpha: 'ñ "quoted"' };
    await database.transaction((tx) =>
      appendToLog(
        tx,
        { act: "case-decided", office: "moderator", agreement: "no-slurs", agreementVersion: 1, details },
        plus(now, i * 3_600_000),
      ),
    );
  }
  return { database, head: (await wholeLog(database.read)).at(-1)!.digest };
}

test("what is appended can be checked by anyone, from what the database gives back", async () => {
  const { database, head } = await logOfFive();
  expect(await check(database, head)).toEqual({ ok: true, entries: 5, head });
  const days = (await database.read.select().from(publicLog)).map((row) => row.day.toISOString());
  expect(new Set(days)).toEqual(new Set(["2026-05-05T00:00:00.000Z"]));
});

test("entries written at once by two processes make one chain", async () => {
  const { database } = await logOfFive();
  const other = await database.another();
  const append = (handle: typeof other) =>
    handle.transaction((tx) => appendToLog(tx, { act: "post-hidden", office: "software" }, now));
  await Promise.all(Array.from({ length: 10 }, (_, i) => append(i % 2 ? database : other)));
  expect(await check(database)).toMatchObject({ ok: true, entries: 15 });
});

test("an act that is undone leaves no entry and no gap", async () => {
  const { database } = await logOfFive();
  const undone = database.transaction(async (tx) => {
    await appendToLog(tx, { act: "post-hidden", office: "software" }, now);
    throw new Error("no");
  });
  await expect(undone).rejects.toThrow("no");
  await database.transaction((tx) => appendToLog(tx, { act: "post-shown", office: "software" }, now));
  expect(await check(database)).toMatchObject({ ok: true, entries: 6 });
});

const at = (position: number) => eq(publicLog.position, position);
const tampering: [string, (tx: Tx) => Promise<unknown>][] = [
  ["an act is edited", (tx) => tx.update(publicLog).set({ act: "post-shown" }).where(at(2))],
  ["an office is edited", (tx) => tx.update(publicLog).set({ office: "members" }).where(at(2))],
  [
    "a day is edited",
    (tx) =>
      tx
        .update(publicLog)
        .set({ day: plus(now, -86_400_000 * 9) })
        .where(at(2)),
  ],
  [
    "details are edited",
    (tx) =>
      tx
        .update(publicLog)
        .set({ details: { zeta: 9 } })
        .where(at(3)),
  ],
  ["the first entry is removed", (tx) => tx.delete(publicLog).where(at(1))],
  [
    "an entry is removed and the rest moved up",
    async (tx) => {
      await tx.delete(publicLog).where(at(3));
      for (const position of [4, 5])
        await tx
          .update(publicLog)
          .set({ position: position - 1 })
          .where(at(position));
    },
  ],
  [
    "an entry is put in between",
    async (tx) => {
      for (const position of [5, 4, 3])
        await tx
          .update(publicLog)
          .set({ position: position + 1 })
          .where(at(position));
      const [copied] = await tx.select().from(publicLog).where(at(2));
      await tx.insert(publicLog).values({ ...copied!, position: 3 });
    },
  ],
  [
    "two entries change places",
    async (tx) => {
      await tx.update(publicLog).set({ position: 99 }).where(at(2));
      await tx.update(publicLog).set({ position: 2 }).where(at(3));
      await tx.update(publicLog).set({ position: 3 }).where(at(99));
    },
  ],
  ["the end is cut off", (tx) => tx.delete(publicLog).where(gt(publicLog.position, 3))],
  ["all is erased", (tx) => tx.delete(publicLog).where(sql`1 = 1`)],
];

test.each(tampering)("whoever kept the head finds out when %s", async (_, tamper) => {
  const { database, head } = await logOfFive();
  await database.transaction(tamper);
  expect((await check(database, head)).ok).toBe(false);
});

test("details can be redacted in sight of all, and the chain holds", async () => {
  const { database, head } = await logOfFive();
  await database.transaction((tx) => tx.update(publicLog).set({ details: {}, salt: null }).where(at(2)));
  expect(await check(database, head)).toEqual({ ok: true, entries: 5, head });
});
