import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobRuns, settings } from "#db/schema";
import { freshDatabase } from "../support/database";

async function listening() {
  const database = await freshDatabase();
  const heard: string[][] = [];
  const stop = database.onWritten((tables) => heard.push([...tables].sort()));
  return { database, heard, stop };
}

test("a commit tells which tables it wrote, however it wrote them", async () => {
  const { database, heard } = await listening();
  await database.transaction(async (tx) => {
    await tx.insert(settings).values({ key: "a", value: 1 });
    await tx.savepoint((inner) => inner.insert(jobRuns).values({ name: "a", finished: new Date(0) }));
  });
  await database.transaction((tx) => tx.update(settings).set({ value: 2 }).where(eq(settings.key, "a")));
  await database.transaction((tx) => tx.delete(jobRuns));
  expect(heard).toEqual([["job_runs", "settings"], ["settings"], ["job_runs"]]);
});

test("what wrote nothing, or was undone, tells nothing", async () => {
  const { database, heard } = await listening();
  await database.transaction((tx) => tx.select().from(settings));
  const undone = database.transaction(async (tx) => {
    await tx.insert(settings).values({ key: "a", value: 1 });
    throw new Error("changed my mind");
  });
  await expect(undone).rejects.toThrow();
  expect(heard).toEqual([]);
});

test("it is told once more after the effects, since they forget what memory holds", async () => {
  const { database, heard } = await listening();
  let before = 0;
  await database.transaction(async (tx) => {
    await tx.insert(settings).values({ key: "a", value: 1 });
    tx.afterCommit(() => {
      before = heard.length;
    });
  });
  expect(before).toBe(1);
  expect(heard).toEqual([["settings"], ["settings"]]);
});

test("whoever stopped listening hears nothing", async () => {
  const { database, heard, stop } = await listening();
  stop();
  await database.transaction((tx) => tx.insert(settings).values({ key: "a", value: 1 }));
  expect(heard).toEqual([]);
});
