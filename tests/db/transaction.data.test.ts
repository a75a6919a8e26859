import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { settings } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { freshDatabase } from "../support/database";
import { gate } from "../support/gate";

const add = (tx: Tx, key: string, value: unknown = 1) => tx.insert(settings).values({ key, value });
const keys = async (read: Reader) =>
  (await read.select({ key: settings.key }).from(settings).orderBy(asc(settings.key))).map((row) => row.key);
const forever = () => new Promise<never>(() => {});

test("what work throws comes out, and everything it wrote is undone", async () => {
  const database = await freshDatabase();
  const work = database.transaction(async (tx) => {
    await add(tx, "a");
    throw new Error("changed my mind");
  });
  await expect(work).rejects.toThrow("changed my mind");
  expect(await keys(database.read)).toEqual([]);
  expect(await database.transaction(async () => "an answer")).toBe("an answer");
});

test("a statement that fails undoes what went before it", async () => {
  const database = await freshDatabase();
  const twice = database.transaction(async (tx) => {
    await add(tx, "a");
    await add(tx, "b");
    await add(tx, "a");
  });
  await expect(twice).rejects.toThrow();
  expect(await keys(database.read)).toEqual([]);
});

test("a reader beside it sees nothing until the commit", async () => {
  const database = await freshDatabase();
  const written = gate();
  const goOn = gate();
  const open = database.transaction(async (tx) => {
    await add(tx, "a");
    written.open();
    await goOn.opened;
    await add(tx, "b");
  });
  await written.opened;
  expect(await keys(database.read)).toEqual([]);
  goOn.open();
  await open;
  expect(await keys(database.read)).toEqual(["a", "b"]);
});

test("a second transaction waits its turn instead of joining the first, whose rollback leaves it alone", async () => {
  const database = await freshDatabase();
  const order: string[] = [];
  const written = gate();
  const goOn = gate();
  const first = database.transaction(async (tx) => {
    await add(tx, "a");
    written.open();
    await goOn.opened;
    order.push("first fails");
    throw new Error("no");
  });
  await written.opened;
  const second = database.transaction(async (tx) => {
    order.push("second begins");
    expect(await keys(tx)).toEqual([]);
    await add(tx, "b");
  });
  goOn.open();
  await expect(first).rejects.toThrow("no");
  await second;
  expect(order).toEqual(["first fails", "second begins"]);
  expect(await keys(database.read)).toEqual(["b"]);
});

test("a savepoint that fails undoes only itself, and nests", async () => {
  const database = await freshDatabase();
  await database.transaction(async (tx) => {
    await add(tx, "a");
    const inner = tx.savepoint(async (point) => {
      await add(point, "b");
      await add(point, "a");
    });
    await expect(inner).rejects.toThrow();
    await tx.savepoint(async (point) => {
      await add(point, "c");
      await point.savepoint((deeper) => add(deeper, "d"));
      await expect(
        point.savepoint(async (deeper) => {
          await add(deeper, "e");
          throw new Error("not this");
        }),
      ).rejects.toThrow("not this");
    });
  });
  expect(await keys(database.read)).toEqual(["a", "c", "d"]);
});

test("a transaction inside a transaction is refused at once, and the writer stays free", async () => {
  const database = await freshDatabase();
  const nested = database.transaction(() => database.transaction(async () => 1));
  await expect(nested).rejects.toThrow("a transaction inside a transaction");
  expect(await database.transaction(async () => 2)).toBe(2);
});

test("an effect after the commit may write in a transaction of its own", async () => {
  const database = await freshDatabase();
  await database.transaction(async (tx) => {
    await add(tx, "a");
    tx.afterCommit(() => database.transaction((next) => add(next, "b")));
  });
  expect(await keys(database.read)).toEqual(["a", "b"]);
});

test("a tx that leaks out is dead", async () => {
  const database = await freshDatabase();
  let leaked!: Tx;
  await database.transaction(async (tx) => {
    leaked = tx;
  });
  expect(() => add(leaked, "x")).toThrow("this transaction is over");
  expect(() => leaked.select().from(settings)).toThrow("this transaction is over");
  expect(() => leaked.afterCommit(() => {})).toThrow("this transaction is over");
  await expect(leaked.savepoint(async () => {})).rejects.toThrow("this transaction is over");
});

test("a branch that outlives a failed Promise.all cannot write into somebody else's transaction", async () => {
  const database = await freshDatabase();
  const goOn = gate();
  let late!: Promise<unknown>;
  const failed = database.transaction(async (tx) => {
    await add(tx, "a");
    late = goOn.opened.then(() => add(tx, "late"));
    late.catch(() => {});
    await Promise.all([late, add(tx, "a")]);
  });
  await expect(failed).rejects.toThrow();
  await database.transaction(async (tx) => {
    goOn.open();
    await expect(late).rejects.toThrow("this transaction is over");
    await add(tx, "next");
  });
  expect(await keys(database.read)).toEqual(["next"]);
});

test("a stuck transaction is rolled back and frees the writer", async () => {
  const database = await freshDatabase({ timeoutMs: 60 });
  const stuck = database.transaction(async (tx) => {
    await add(tx, "a");
    await forever();
  });
  const waiting = database.transaction((tx) => add(tx, "b"));
  await expect(stuck).rejects.toThrow("longer than 60 ms");
  await waiting;
  expect(await keys(database.read)).toEqual(["b"]);
});

test("a savepoint that outlives its stuck transaction cannot touch the next one", async () => {
  const database = await freshDatabase({ timeoutMs: 60 });
  const goOn = gate();
  let inner!: Promise<unknown>;
  const stuck = database.transaction(async (tx) => {
    inner = tx.savepoint(async (point) => {
      await add(point, "a");
      await goOn.opened;
      throw new Error("late");
    });
    inner.catch(() => {});
    await inner;
  });
  await expect(stuck).rejects.toThrow("longer than");
  await database.transaction(async (tx) => {
    await tx.savepoint(async (point) => {
      await add(point, "b");
      goOn.open();
      await expect(inner).rejects.toThrow("late");
      await add(point, "c");
    });
  });
  expect(await keys(database.read)).toEqual(["b", "c"]);
});

test("read, decide, write is serialisable: of two who leave at once, the last one stays", async () => {
  const database = await freshDatabase();
  const leave = (key: string) =>
    database.transaction(async (tx) => {
      if ((await tx.$count(settings)) === 1) return "stays";
      await tx.delete(settings).where(eq(settings.key, key));
      return "leaves";
    });
  for (let round = 0; round < 5; round++) {
    await database.transaction(async (tx) => {
      await tx.delete(settings);
      await add(tx, "a");
      await add(tx, "b");
    });
    const answers = await Promise.all(["a", "b"].map(leave));
    expect(answers.sort()).toEqual(["leaves", "stays"]);
    expect(await database.read.$count(settings)).toBe(1);
  }
});

test("effects run once, in order, after the commit, and never after a rollback", async () => {
  const database = await freshDatabase();
  const seen: unknown[] = [];
  await database.transaction(async (tx) => {
    await add(tx, "a");
    tx.afterCommit(async () => seen.push(await keys(database.read)));
    tx.afterCommit(() => seen.push("second"));
    expect(seen).toEqual([]);
  });
  await expect(
    database.transaction(async (tx) => {
      tx.afterCommit(() => seen.push("never"));
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await database.transaction(async (tx) => {
    tx.afterCommit(() => seen.push("before the point"));
    await expect(
      tx.savepoint(async (point) => {
        point.afterCommit(() => seen.push("never"));
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    await tx.savepoint(async (point) => point.afterCommit(() => seen.push("in a point")));
  });
  expect(seen).toEqual([["a"], "second", "before the point", "in a point"]);
});

test("the reader cannot write, even when its type is talked round", async () => {
  const database = await freshDatabase();
  const refused = Promise.resolve().then(() => add(database.read as Tx, "x"));
  await expect(refused).rejects.toThrow();
  expect(await keys(database.read)).toEqual([]);
});

test("a hundred read-and-add-ones at once lose nothing, from two processes' handles", async () => {
  const database = await freshDatabase();
  const other = await database.another();
  await database.transaction((tx) => add(tx, "n", 0));
  const addOne = (handle: typeof other) =>
    handle.transaction(async (tx) => {
      const [row] = await tx.select().from(settings);
      await tx.update(settings).set({ value: Number(row!.value) + 1 });
    });
  await Promise.all(Array.from({ length: 100 }, (_, i) => addOne(i % 2 ? database : other)));
  expect((await database.read.select().from(settings))[0]!.value).toBe(100);
});

test("writers of two processes take turns: the second sees what the first committed", async () => {
  const database = await freshDatabase();
  const other = await database.another();
  const written = gate();
  const goOn = gate();
  const first = database.transaction(async (tx) => {
    await add(tx, "a");
    written.open();
    await goOn.opened;
  });
  await written.opened;
  expect(await keys(other.read)).toEqual([]);
  const release = first.finally(() => {});
  goOn.open();
  const second = other.transaction(keys);
  await release;
  expect(await second).toEqual(["a"]);
});
