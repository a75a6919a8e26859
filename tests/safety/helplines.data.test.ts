import { expect, test } from "vitest";
import { firstHelplines } from "~/agreements/first-helplines";
import { helpline, MOST_HELPLINES } from "~/agreements/helplines";
import { readSettings } from "~/agreements/settings-queries.server";
import { wholeLog } from "~/public-log/log-queries.server";
import * as page from "~/routes/helplines";
import * as desk from "~/routes/steward_.helplines";
import { removeHelpline, saveHelpline } from "~/safety/helplines/change-helplines.server";
import { helplineForm } from "~/safety/helplines/forms";
import { call } from "../support/call";
import { openWorld } from "../support/world";

async function community() {
  const world = await openWorld();
  const rowan = await world.member("Rowan", { offices: ["steward"], standing: "established" });
  const birch = await world.member("Birch", { offices: ["moderator"] });
  const listed = async () => (await readSettings(world.read)).helplines;
  return { world, rowan, birch, listed };
}

const typed = { deed: "save", name: "A warm line", reach: "1234", country: "pt", police: "no", en: "Nights.", es: "" };
const line = helplineForm.parse(typed);

test("a community begins with lines for three countries, each marked as not checked", async () => {
  const { world } = await community();
  const { data } = await call(world, page.loader);
  const { helplines } = data as { helplines: typeof firstHelplines };
  expect(new Set(helplines.map(({ country }) => country))).toEqual(new Set(["US", "MX", "ES"]));
  expect(helplines.filter(({ checked }) => checked !== null)).toEqual([]);
});

test("every first line fits the form that will one day change it", () => {
  for (const one of firstHelplines) {
    expect(helpline.parse(one)).toEqual(one);
    expect(helplineForm.safeParse({ ...one, deed: "save", young: "on", checked: undefined }).success, one.id).toBe(
      true,
    );
  }
});

test("a steward adds a line, checks it, changes it and takes it away; the public log names each", async () => {
  const { world, rowan, listed } = await community();
  const as = await world.viewer(rowan);
  expect(await saveHelpline(world.site, as, { ...line, checked: true }, world.now)).toEqual({ ok: true });
  const added = (await listed()).at(-1)!;
  expect(added).toMatchObject({ name: "A warm line", country: "PT", checked: "2026-05" });

  await saveHelpline(world.site, as, { ...line, id: added.id }, world.now);
  expect((await listed()).at(-1)).toMatchObject({ checked: "2026-05" });
  await saveHelpline(world.site, as, { ...line, id: added.id, reach: "4321" }, world.now);
  expect((await listed()).at(-1)).toMatchObject({ reach: "4321", checked: null });

  expect(await removeHelpline(world.site, as, added.id, world.now)).toEqual({ ok: true });
  expect(await listed()).toEqual(firstHelplines);
  expect(await removeHelpline(world.site, as, added.id, world.now)).toMatchObject({ reason: "not-found" });
  const log = await wholeLog(world.read);
  expect(log.map(({ act, details }) => [act, details.name])).toEqual(
    Array.from({ length: 4 }, () => ["setting-changed", "A warm line"]),
  );
});

test("two stewards who add at once both find their line in the list", async () => {
  const { world, rowan, listed } = await community();
  const as = await world.viewer(rowan);
  await Promise.all(["One", "Two", "Three"].map((name) => saveHelpline(world.site, as, { ...line, name }, world.now)));
  expect(
    (await listed())
      .slice(-3)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["One", "Three", "Two"]);
});

test("a full list takes no more, and says so", async () => {
  const { world, rowan, listed } = await community();
  const as = await world.viewer(rowan);
  for (let i = (await listed()).length; i < MOST_HELPLINES; i++) await saveHelpline(world.site, as, line, world.now);
  expect(await saveHelpline(world.site, as, line, world.now)).toMatchObject({ reason: "full" });
});

test("nobody but a steward changes the list, by the command or by the page", async () => {
  const { world, birch, listed } = await community();
  expect(await saveHelpline(world.site, await world.viewer(birch), line, world.now)).toMatchObject({
    reason: "not-allowed",
  });
  const first = firstHelplines[0]!.id;
  expect(await removeHelpline(world.site, await world.viewer(birch), first, world.now)).toMatchObject({
    reason: "not-allowed",
  });
  for (const as of [birch, null]) {
    expect((await call(world, desk.loader, { as })).status).toBe(404);
    expect((await call(world, desk.action, { as, form: typed })).status).toBe(404);
  }
  expect(await listed()).toEqual(firstHelplines);
});

const wrongForms: [string, Record<string, string>][] = [
  ["no name", { name: "  " }],
  ["a country that is none", { country: "Portugal" }],
  ["a huge number", { reach: "1".repeat(4000) }],
  ["a sentence without end", { en: "x".repeat(301) }],
  ["an unknown answer about the police", { police: "friends" }],
  ["a forged id", { id: "../../etc" }],
];

test.each(wrongForms)("%s comes back with everything that was typed", async (_what, wrong) => {
  const { world, rowan, listed } = await community();
  const answer = await call(world, desk.action, { as: rowan, form: { ...typed, ...wrong } });
  expect(answer.status).toBe(422);
  expect(JSON.stringify(answer.data)).toContain(wrong.name ? "Nights." : "A warm line");
  expect(await listed()).toEqual(firstHelplines);
});

test("a line that another steward took away meanwhile keeps the words of whoever changed it", async () => {
  const { world, rowan } = await community();
  const answer = await call(world, desk.action, { as: rowan, form: { ...typed, id: "gone" } });
  expect(answer.status).toBe(404);
  expect(JSON.stringify(answer.data)).toContain("A warm line");
});
