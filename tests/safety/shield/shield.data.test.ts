import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { notifications, publicLog, sanctions, shieldCounts, shields } from "#db/schema";
import { writeSetting } from "~/agreements/settings-queries.server";
import { createShield } from "~/limits/shield/shield";
import type { Kind, Step } from "~/limits/shield/weigh";
import { newId } from "~/platform/ids";
import { DAY, floorToHour, HOUR, MINUTE, plus } from "~/platform/time";
import * as join from "~/routes/join._index";
import * as page from "~/routes/moderation.shield";
import { agreeToShield, endShield, holdShield } from "~/safety/shield/hold-shield.server";
import { watchShield } from "~/safety/shield/watch-shield.server";
import { call } from "../../support/call";
import { openWorld, type Person, type World } from "../../support/world";

const url = "/moderation/shield";

async function aCommunity() {
  const world = await openWorld();
  const ana = await world.member("Ana", { offices: ["moderator"], alsoAs: ["Ant"] });
  const ben = await world.member("Ben", { offices: ["moderator"] });
  const look = () => watchShield(world.site, world.now);
  /** So many things of a kind happen now, each by somebody else, and the clock's job sees them. */
  const happen = async (kind: Kind, count: number) => {
    for (let i = 0; i < count; i++) world.site.shield.note(kind, newId(), world.now);
    await look();
  };
  return { world, ana, ben, look, happen, step: () => world.site.shield.now.step };
}

const logged = async (world: World) =>
  (await world.read.select().from(publicLog)).map(({ act, office, details }) => [act, office, details]);
const told = async (world: World, person: Person) =>
  world.read.$count(notifications, eq(notifications.pseudonymId, person.pseudonymId));

const hold = async (world: World, as: Person, more: Partial<{ step: 1 | 2 | 3; hours: number }> = {}) =>
  holdShield(
    world.site,
    await world.viewer(as),
    { step: 2, hours: 72, reason: "A call elsewhere", ...more },
    world.now,
  );

test("a raid raises it within a minute, and calm hours end it again, step by step; each is told and logged", async () => {
  const { world, ana, look, happen, step } = await aCommunity();
  await happen("arrivals", 11);
  expect(step()).toBe(0);
  await happen("arrivals", 20);
  expect(step()).toBe(2);
  expect(await logged(world)).toEqual([["shield-begun", "software", { step: 2 }]]);
  expect(await told(world, ana)).toBe(1);
  await happen("first-posts", 60);
  expect(step()).toBe(3);
  const seen: Step[] = [];
  for (let i = 0; i < 20; i++) {
    world.later(HOUR);
    await look();
    if (seen.at(-1) !== step()) seen.push(step());
  }
  expect(seen).toEqual([3, 2, 1, 0]);
  expect((await logged(world)).map(([act]) => act)).toEqual([
    "shield-begun",
    "shield-changed",
    "shield-changed",
    "shield-changed",
    "shield-over",
  ]);
  expect(await told(world, ana)).toBe(5);
});

test("a full hour is no fresh start: what was counted a minute ago still counts", async () => {
  const { world, look, happen, step } = await aCommunity();
  await happen("arrivals", 30);
  world.later(floorToHour(plus(world.now, HOUR)).getTime() - world.now.getTime() + MINUTE);
  await world.site.database.transaction((tx) => tx.delete(shields));
  await look();
  expect(step()).toBe(2);
});

test("where as many come every week, the same crowd is nothing", async () => {
  const { world, happen, step } = await aCommunity();
  const hour = floorToHour(world.now);
  await world.site.database.transaction((tx) =>
    tx.insert(shieldCounts).values(
      Array.from({ length: 9 }, (_, i) => i + 1).flatMap((week) =>
        [-1, 0, 1].map((aside) => ({
          hour: plus(hour, -week * 7 * DAY + aside * HOUR),
          kind: "arrivals" as const,
          count: 30,
        })),
      ),
    ),
  );
  await happen("arrivals", 35);
  expect(step()).toBe(0);
  await happen("arrivals", 265);
  expect(step()).toBe(3);
});

test("of hours that are over only fives stay, and nothing says who was counted", async () => {
  const { world, look, happen } = await aCommunity();
  await happen("reports", 8);
  await happen("arrivals", 4);
  world.later(2 * HOUR);
  await look();
  const rows = await world.read.select().from(shieldCounts);
  expect(rows.map(({ kind, count }) => [kind, count]).sort()).toEqual([
    ["arrivals", 0],
    ["reports", 5],
  ]);
  expect(Object.keys(rows[0]!).sort()).toEqual(["compared", "count", "hour", "id", "kind"]);
});

test("several processes count together, and act once", async () => {
  const { world, happen } = await aCommunity();
  const others = Array.from({ length: 3 }, () => ({ ...world.site, shield: createShield() }));
  for (const { shield } of others) for (let i = 0; i < 8; i++) shield.note("arrivals", newId(), world.now);
  await Promise.all(others.map((site) => watchShield(site, world.now)));
  await happen("reports", 1);
  expect(await world.read.select().from(shieldCounts)).toContainEqual(
    expect.objectContaining({ kind: "arrivals", count: 24 }),
  );
  await Promise.all(others.map((site) => watchShield(site, world.now)));
  expect([world.site, ...others].map(({ shield }) => shield.now.step)).toEqual([2, 2, 2, 2]);
  expect(await world.read.$count(shields)).toBe(1);
  const begun = (await logged(world)).filter(([act]) => act === "shield-begun");
  expect(begun).toHaveLength(1);
});

test("a moderator begins it with a reason and any moderator ends it; the software leaves it at that for a while", async () => {
  const { world, ana, ben, happen, look, step } = await aCommunity();
  expect(await hold(world, ana)).toEqual({ ok: true });
  expect(step()).toBe(2);
  expect([await told(world, ana), await told(world, ben)]).toEqual([0, 1]);
  world.later(20 * HOUR);
  await look();
  expect(step()).toBe(2);
  expect(await endShield(world.site, await world.viewer(ben), world.now)).toEqual({ ok: true });
  expect(await endShield(world.site, await world.viewer(ben), world.now)).toMatchObject({ reason: "already-done" });
  expect(step()).toBe(0);
  await happen("arrivals", 100);
  expect(step()).toBe(0);
  world.later(13 * HOUR);
  await happen("arrivals", 100);
  expect(step()).toBe(3);
  expect((await logged(world)).slice(0, 2)).toEqual([
    ["shield-begun", "moderator", { step: 2 }],
    ["shield-over", "moderator", {}],
  ]);
});

test("nobody holds it for longer than 72 hours alone, under no name and not by beginning anew", async () => {
  const { world, ana, ben, look, step } = await aCommunity();
  const agree = async (as: Person) => agreeToShield(world.site, await world.viewer(as), world.now);
  await hold(world, ana);
  expect(await agree(ana)).toMatchObject({ ok: false, reason: "held-long-enough" });
  world.later(60 * HOUR);
  await hold(world, ana);
  world.later(11 * HOUR);
  await endShield(world.site, await world.viewer(ana), world.now);
  await hold(world, ana);
  expect(step()).toBe(2);
  world.later(HOUR);
  await look();
  expect(step()).toBe(0);
  expect(await hold(world, ana)).toMatchObject({ ok: false, reason: "held-long-enough" });
  expect(await agree(ben)).toMatchObject({ ok: false, reason: "already-done" });

  expect(await hold(world, ben)).toEqual({ ok: true });
  world.later(70 * HOUR);
  expect(await agree(ben)).toMatchObject({ ok: false, reason: "held-long-enough" });
  expect(await agree(ana)).toEqual({ ok: true });
  expect(await agree(ana)).toMatchObject({ ok: false, reason: "held-long-enough" });
  world.later(70 * HOUR);
  await look();
  expect(step()).toBe(2);
  world.later(3 * HOUR);
  await look();
  expect(step()).toBe(0);
});

test("without anybody's agreement the software lets go after 72 hours, too, and rests for a day", async () => {
  const { world, happen, step } = await aCommunity();
  await happen("arrivals", 100);
  for (let i = 0; i < 71; i++) {
    world.later(HOUR);
    await happen("arrivals", 100);
    expect(step()).toBe(3);
  }
  world.later(2 * HOUR);
  await happen("arrivals", 100);
  expect(step()).toBe(0);
  world.later(25 * HOUR);
  // Three days of it haven't made it what is usual here.
  await happen("arrivals", 100);
  expect(step()).toBe(3);
});

test("nobody but a moderator who may write has any hand in it", async () => {
  const { world, ana } = await aCommunity();
  const steward = await world.member("Oak", { offices: ["steward"] });
  const organizer = await world.member("Iris", { offices: ["organizer"] });
  const member = await world.member("Wren");
  const form = { intent: "hold", step: "3", hours: "72", reason: "because" };
  for (const as of [null, steward, organizer, member]) {
    expect((await call(world, page.loader, { as, url })).status).toBe(404);
    for (const intent of ["hold", "end", "agree"])
      expect((await call(world, page.action, { as, url, form: { ...form, intent } })).status).toBe(404);
    if (as) expect(await hold(world, as)).toMatchObject({ ok: false, reason: "not-allowed" });
  }
  await world.site.database.transaction((tx) =>
    tx.insert(sanctions).values({
      pseudonymId: ana.pseudonymId,
      caseId: newId(),
      kind: "mute",
      agreement: "no-slurs",
      agreementVersion: 1,
      reasons: "…",
      started: world.now,
      until: plus(world.now, DAY),
    }),
  );
  expect((await call(world, page.action, { as: ana, url, form })).status).toBe(403);
  expect(await world.read.$count(shields)).toBe(0);
});

test.each<[string, Record<string, string | string[]>]>([
  ["no reason", { step: "1", hours: "6", reason: "" }],
  ["blanks for a reason", { step: "1", hours: "6", reason: " \n" }],
  ["a book for a reason", { step: "1", hours: "6", reason: "x".repeat(501) }],
  ["no step", { hours: "6", reason: "why" }],
  ["a fourth step", { step: "4", hours: "6", reason: "why" }],
  ["two steps", { step: ["1", "2"], hours: "6", reason: "why" }],
  ["a year", { step: "1", hours: "8760", reason: "why" }],
  ["an intent nobody offers", { intent: "more", step: "9" }],
])("the form refuses %s and gives back what was typed", async (_, form) => {
  const { world, ana } = await aCommunity();
  expect((await call(world, page.action, { as: ana, url, form: { intent: "hold", ...form } })).status).toBe(422);
  expect(await world.read.$count(shields)).toBe(0);
});

test("the page shows what stands, the counts beside what is usual, and who can agree", async () => {
  const { world, ana, ben, happen } = await aCommunity();
  await happen("reports", 16);
  const sent = await call(world, page.action, {
    as: ana,
    url,
    form: { intent: "hold", step: "2", hours: "24", reason: "A call elsewhere" },
  });
  expect(sent.headers.get("location")).toBe(`${url}?done=held`);
  const seen = await call(world, page.loader, { as: ben, url: `${url}?done=held` });
  expect(seen).toMatchObject({
    data: { done: "held", shield: { step: 2, auto: 1, held: 2, reason: "A call elsewhere", agree: true } },
  });
  expect((await call(world, page.loader, { as: ana, url })).data).toMatchObject({ shield: { agree: false } });
  const { counts } = seen.data as { counts: { kind: string; hours: { count: number; from: number }[] }[] };
  expect(counts.map(({ kind, hours }) => [kind, hours.length])).toHaveLength(4);
  expect(counts.find(({ kind }) => kind === "reports")!.hours.at(-1)).toMatchObject({ count: 16, from: 15 });
});

test("at the last step an open door asks for an invitation, and opens again by itself", async () => {
  const { world, happen, look } = await aCommunity();
  await world.site.database.transaction((tx) => writeSetting(tx, "joining", "open"));
  const policy = async () => ((await call(world, join.loader)).data as { policy: string }).policy;
  expect(await policy()).toBe("open");
  await happen("arrivals", 50);
  expect(await policy()).toBe("invite");
  expect((await call(world, join.action, { form: { deed: "wait" } })).status).toBe(403);
  for (let i = 0; i < 15; i++) {
    world.later(HOUR);
    await look();
  }
  expect(await policy()).toBe("open");
});

test("what members do is counted where they do it: arrivals by hand elsewhere, first posts and reports here", async () => {
  const { world } = await aCommunity();
  const space = await world.space("open");
  const wren = await world.member("Wren", { standing: "newcomer" });
  const topic = await world.topic(wren, space);
  await world.post(wren, topic);
  const old = await world.member("Elder", { standing: "established" });
  await world.post(old, topic);
  expect(world.site.shield.take().map(({ kind, count }) => [kind, count])).toEqual([["first-posts", 1]]);
});
