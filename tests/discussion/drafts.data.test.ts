import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { circleMembers, drafts, sanctions } from "#db/schema";
import { placeKey, readPlace } from "~/discussion/drafts/draft-place";
import { MOST_DRAFTS } from "~/discussion/drafts/keep-draft.server";
import { newId, toLink } from "~/platform/ids";
import { DAY } from "~/platform/time";
import * as page from "~/routes/me.drafts";
import * as fresh from "~/routes/s.$space.new";
import * as topicPage from "~/routes/t.$topic._index";
import * as reply from "~/routes/t.$topic.reply";
import { call } from "../support/call";
import { openWorld, type Person } from "../support/world";

const words = "I have been thinking about this for a week";

async function scene() {
  const world = await openWorld();
  const [alder, fern] = [await world.member("Alder"), await world.member("Fern")];
  const commons = await world.space("open");
  const topic = await world.topic(fern, commons);
  const params = { topic: topic.link, space: commons.slug };
  const keep = (as: Person | null, form: Record<string, string>) =>
    call(world, reply.action, { as, params, url: `/t/${topic.link}/reply`, form: { deed: "keep-draft", ...form } });
  const composer = async (as: Person) => {
    const { data } = await call(world, reply.loader, { as, params, url: `/t/${topic.link}/reply` });
    return (data as { choices: { draft: { body: string; mark: string; until: Date } | null } }).choices.draft;
  };
  const list = async (as: Person) =>
    ((await call(world, page.loader, { as })).data as { drafts: Record<string, unknown>[] }).drafts;
  return { world, alder, fern, commons, topic, params, keep, composer, list };
}

test("what is kept comes back in the composer, says until when, and is gone once it is posted", async () => {
  const { world, alder, topic, params, keep, composer, list } = await scene();
  const kept = await keep(alder, { body: words, to: "1" });
  expect([kept.status, kept.headers.get("location")]).toEqual([303, `/t/${topic.link}/reply?to=1`]);
  const draft = await composer(alder);
  expect(draft).toMatchObject({ body: words });
  expect(draft!.until.getTime() - world.now.getTime()).toBeGreaterThan(29 * DAY);
  const below = await call(world, topicPage.loader, { as: alder, params });
  expect(below.data).toMatchObject({ choices: { draft: { body: words } } });
  expect(await list(alder)).toMatchObject([{ where: "A topic", address: `/t/${topic.link}/reply`, body: words }]);
  const form = { body: `${words}, and say it`, draftMark: draft!.mark };
  expect((await call(world, reply.action, { as: alder, params, form })).status).toBe(303);
  expect(await composer(alder)).toBeNull();
  expect(await list(alder)).toEqual([]);
  if (world.file) expect(readFileSync(`${world.file}-wal`).length).toBe(0);
});

test("a topic's draft keeps its title, also when there is nothing else, and goes when the topic is started", async () => {
  const { world, alder, commons, params, list } = await scene();
  const send = (form: Record<string, string>) => call(world, fresh.action, { as: alder, params, form });
  expect((await send({ deed: "keep-draft", title: "Only a title" })).status).toBe(303);
  const [draft] = await list(alder);
  expect(draft).toMatchObject({ kind: "topic", where: commons.name, title: "Only a title", body: "" });
  const loaded = await call(world, fresh.loader, { as: alder, params });
  const { mark } = (loaded.data as { choices: { draft: { mark: string } } }).choices.draft;
  expect((await send({ title: "Only a title", body: "and now words", draftMark: mark })).status).toBe(303);
  expect(await list(alder)).toEqual([]);
});

test("nothing is kept unless the button is pressed, and other people's drafts can't be met", async () => {
  const { world, alder, fern, params, keep, composer, list } = await scene();
  await call(world, reply.action, { as: alder, params, form: { body: "" } });
  expect(await world.read.$count(drafts)).toBe(0);
  await keep(alder, { body: words });
  expect(await composer(fern)).toBeNull();
  expect(await list(fern)).toEqual([]);
  const [own] = await list(alder);
  const drop = (as: Person | null) => call(world, page.action, { as, form: { drop: String(own!.link) } });
  expect((await drop(fern)).status).toBe(404);
  expect((await drop(null)).status).toBe(401);
  expect(await world.read.$count(drafts)).toBe(1);
  expect((await drop(alder)).headers.get("location")).toBe("/me/drafts?dropped");
  expect((await drop(alder)).status).toBe(404);
  if (world.file) expect(readFileSync(world.file).includes(words)).toBe(false);
});

describe("two windows", () => {
  test("a text that differs from the one kept meanwhile comes back, and is kept by a second press", async () => {
    const { alder, keep, composer } = await scene();
    await keep(alder, { body: "from the first window" });
    const answer = await keep(alder, { body: "from the second" });
    expect(answer.status).toBe(409);
    expect(answer.data).toMatchObject({
      lastResult: { initialValue: { body: "from the second" } },
      refusal: { reason: "changed-meanwhile" },
    });
    const { mark } = (await composer(alder))!;
    expect((await keep(alder, { body: "from the second", draftMark: mark })).status).toBe(303);
    expect(await composer(alder)).toMatchObject({ body: "from the second" });
  });

  test("pressed at once, one text is kept and the other comes back", async () => {
    const { world, alder, keep } = await scene();
    const texts = ["one", "two", "three"];
    const answers = await Promise.all(texts.map((body) => keep(alder, { body })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409, 409]);
    expect(await world.read.$count(drafts)).toBe(1);
    for (const [i, answer] of answers.entries())
      if (answer.status === 409)
        expect(answer.data).toMatchObject({ lastResult: { initialValue: { body: texts[i] } } });
  });

  test("posting in one window leaves what was kept in another", async () => {
    const { world, alder, params, keep, composer } = await scene();
    await keep(alder, { body: "a long text, kept in the other window" });
    await call(world, reply.action, { as: alder, params, form: { body: "a quick word" } });
    expect(await composer(alder)).toMatchObject({ body: "a long text, kept in the other window" });
  });
});

describe("what is refused gives the text back", () => {
  test.each([
    ["nothing", {}, 422],
    ["only space", { body: " \n " }, 422],
    ["far too much", { body: "x".repeat(50_000) }, 422],
    ["a title that is far too long", { title: "x".repeat(5_000) }, 422],
  ])("%s", async (_, form, status) => {
    const { world, alder, keep } = await scene();
    const answer = await keep(alder, form as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.data).toMatchObject({ lastResult: { initialValue: form } });
    expect(await world.read.$count(drafts)).toBe(0);
  });

  test("over the limit", async () => {
    const { alder, keep, composer } = await scene();
    let mark = "";
    for (let i = 0; i < 120; i++) {
      await keep(alder, { body: `${i}`, draftMark: mark });
      mark = (await composer(alder))!.mark;
    }
    const answer = await keep(alder, { body: "the hundred and twenty-first", draftMark: mark });
    expect(answer.status).toBe(429);
    expect(answer.data).toMatchObject({ lastResult: { initialValue: { body: "the hundred and twenty-first" } } });
  }, 20_000);

  test("more places than fit", async () => {
    const { world, alder, keep } = await scene();
    await world.site.database.transaction(async (tx) => {
      for (let i = 0; i < MOST_DRAFTS; i++)
        await tx.insert(drafts).values({
          accountId: alder.accountId,
          place: placeKey({ kind: "reply", id: newId() }),
          title: "",
          body: "x",
          kept: world.now,
        });
    });
    expect(await keep(alder, { body: words })).toMatchObject({
      status: 409,
      data: { refusal: { reason: "too-many-drafts" } },
    });
  });

  test("a guest is asked to sign in, with the words kept through it", async () => {
    const { keep } = await scene();
    const answer = await keep(null, { body: words });
    expect(answer.status).toBe(401);
    expect(JSON.stringify(answer.data)).toContain(words);
  });
});

test("a longer text than a post may hold can be kept, to be shortened later", async () => {
  const { alder, keep, composer } = await scene();
  expect((await keep(alder, { body: "x".repeat(30_000) })).status).toBe(303);
  expect((await composer(alder))!.body).toHaveLength(30_000);
});

test("whoever is muted keeps their words, too", async () => {
  const { world, alder, keep, list } = await scene();
  const live = { agreement: "a", agreementVersion: 1, reasons: "r", started: world.now, caseId: newId() } as const;
  await world.site.database.transaction((tx) =>
    tx.insert(sanctions).values({ ...live, pseudonymId: alder.pseudonymId, kind: "mute" }),
  );
  expect((await keep(alder, { body: words })).status).toBe(303);
  expect(await list(alder)).toHaveLength(1);
});

test("words kept in a circle that one has left can still be read, and show nothing of the circle", async () => {
  const { world, alder, fern, list } = await scene();
  const circle = await world.space("circle", { name: "By the river", members: [fern, alder] });
  const inside = await world.topic(fern, circle, { title: "Only for us" });
  const params = { topic: inside.link, space: circle.slug };
  const send = () => call(world, reply.action, { as: alder, params, form: { deed: "keep-draft", body: words } });
  expect((await send()).status).toBe(303);
  expect(await list(alder)).toMatchObject([{ where: "Only for us" }]);
  await world.site.database.transaction((tx) =>
    tx.delete(circleMembers).where(eq(circleMembers.pseudonymId, alder.pseudonymId)),
  );
  const [left] = await list(alder);
  expect(left).toMatchObject({ body: words, where: null, address: null });
  expect((await send()).status).toBe(404);
});

test("a place is read from its key, and from nothing else", () => {
  fc.assert(
    fc.property(fc.constantFrom("topic" as const, "reply" as const), fc.maxSafeNat(), (kind, id) => {
      expect(readPlace(placeKey({ kind, id }))).toEqual({ kind, id });
    }),
  );
  fc.assert(fc.property(fc.string(), (key) => void readPlace(key)));
  for (const key of ["", "reply:", `edit:${toLink(7)}`, "reply:x", `${toLink(7)}`]) expect(readPlace(key)).toBeNull();
});
