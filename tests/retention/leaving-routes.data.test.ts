import { expect, test } from "vitest";
import { accounts, passkeys } from "#db/schema";
import { MINUTE } from "~/platform/time";
import * as goodbye from "~/routes/goodbye";
import * as page from "~/routes/me.leave-for-good";
import { call } from "../support/call";
import { openWorld } from "../support/world";

async function community() {
  const world = await openWorld();
  const alder = await world.member("Alder");
  await world.topic(alder, await world.space("open"), { body: "words of Alder" });
  return { world, alder };
}

test("leaving asks for the secret first, reading and pressing alike", async () => {
  const { world, alder } = await community();
  expect((await call(world, page.loader)).status).toBe(401);
  const asked = await call(world, page.loader, { as: alder, url: "/me/leave-for-good" });
  expect([asked.status, asked.headers.get("location")]).toEqual([303, "/me/confirm?back=%2Fme%2Fleave-for-good"]);
  expect((await call(world, page.action, { as: alder, form: { sure: "on" } })).status).toBe(401);
  expect(await world.read.$count(accounts)).toBe(1);
  world.later(MINUTE);
  const seen = await call(world, page.loader, { as: alder, proved: true });
  expect(seen.data).toMatchObject({ written: { names: 1, topics: 1, answers: 0, gatherings: 0 } });
});

test("a press without the tick changes nothing and keeps what was chosen", async () => {
  const { world, alder } = await community();
  for (const form of [{ answers: "keep" }, { answers: "keep", sure: "no" }, { answers: "burn", sure: "on" }]) {
    const answer = await call(world, page.action, { as: alder, proved: true, form: form as Record<string, string> });
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({ lastResult: { initialValue: { answers: form.answers } } });
  }
  expect(await world.read.$count(accounts)).toBe(1);
});

test("it lands on a page that knows nobody, with every cookie and all storage cleared", async () => {
  const { world, alder } = await community();
  await world.site.database.transaction((tx) =>
    tx.insert(passkeys).values({
      accountId: alder.accountId,
      credential: "c",
      publicKey: Buffer.from("k"),
      counter: 0,
      added: world.now,
    }),
  );
  const answer = await call(world, page.action, { as: alder, proved: true, form: { sure: "on" } });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/goodbye"]);
  expect(answer.headers.get("clear-site-data")).toBe('"cookies", "storage"');
  const cleared = answer.headers.getSetCookie();
  expect(cleared.map((cookie) => cookie.split("=")[0]).sort()).toEqual(["proof", "session"]);
  for (const cookie of cleared) expect(cookie).toContain("Max-Age=0");
  expect([await world.read.$count(accounts), await world.read.$count(passkeys)]).toEqual([0, 0]);
  expect((await call(world, page.loader, { as: alder, proved: true })).status).toBe(401);
  expect((await call(world, goodbye.loader)).status).toBe(200);
});
