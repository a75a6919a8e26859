import { expect, test } from "vitest";
import { pseudonymLinks, pseudonyms } from "#db/schema";
import { accountBehind, accountsBehind, linksOfAccount, sealLink } from "~/pseudonyms/sealed-link.server";
import { openWorld } from "../support/world";

async function community() {
  const world = await openWorld();
  const alder = await world.member("Quiet Alder", { alsoAs: ["Calm Heron", "Wide River"] });
  const birch = await world.member("Birch");
  return { world, alder, birch };
}

test("an account finds its own pseudonyms by slot, and each of them leads back", async () => {
  const { world, alder, birch } = await community();
  const links = await linksOfAccount(world.read, alder.accountId);
  expect(links.map(({ slot }) => slot)).toEqual([1, 2, 3]);
  for (const { pseudonymId } of links) expect(await accountBehind(world.read, pseudonymId)).toBe(alder.accountId);
  expect(await accountsBehind(world.read, [alder.pseudonymId, birch.pseudonymId, 7])).toEqual(
    new Map([
      [alder.pseudonymId, alder.accountId],
      [birch.pseudonymId, birch.accountId],
    ]),
  );
  expect(await accountBehind(world.read, 7)).toBeNull();
});

test("without the key a row tells neither its ends nor which rows belong together", async () => {
  const { world, alder, birch } = await community();
  const rows = await world.read.select().from(pseudonymLinks);
  const ids = [alder, birch].flatMap(({ accountId, pseudonymId }) => [accountId, pseudonymId]);
  for (const { lookup, pseudonymLookup, sealed } of rows) {
    const plain = `${lookup} ${pseudonymLookup} ${Buffer.from(sealed).toString("latin1")}`;
    for (const id of ids) expect(plain).not.toContain(String(id));
    expect(sealed.length).toBe(rows[0]!.sealed.length);
  }
  const columns = rows.flatMap(({ lookup, pseudonymLookup }) => [lookup, pseudonymLookup]);
  expect(new Set(columns).size).toBe(rows.length * 2);
});

test("two pseudonyms of one account share no column but their state, and until when it can be undone", async () => {
  const { world, alder } = await community();
  const links = await linksOfAccount(world.read, alder.accountId);
  const names = await world.read.select().from(pseudonyms);
  const own = names.filter(({ id }) => links.some(({ pseudonymId }) => pseudonymId === id));
  expect(new Set(own.map(({ leaf }) => leaf)).size).toBe(3);
  expect(new Set(own.map(({ nameKey }) => nameKey)).size).toBe(3);
  expect(Object.keys(own[0]!).sort()).toEqual(["id", "leaf", "name", "nameKey", "state", "undoUntil"]);
});

test("a slot holds one pseudonym, and a pseudonym one account", async () => {
  const { world, alder, birch } = await community();
  const seal = (link: Parameters<typeof sealLink>[1]) => world.site.database.transaction((tx) => sealLink(tx, link));
  await expect(seal({ accountId: alder.accountId, slot: 1, pseudonymId: 7 })).rejects.toThrow();
  await expect(seal({ accountId: birch.accountId, slot: 2, pseudonymId: alder.pseudonymId })).rejects.toThrow();
  expect(await linksOfAccount(world.read, birch.accountId)).toHaveLength(1);
});
