import { describe, expect, test } from "vitest";
import { posts } from "#db/schema";
import { newId, toLink } from "~/platform/ids";
import { DAY } from "~/platform/time";
import * as home from "~/routes/_index";
import * as follow from "~/routes/follow";
import * as news from "~/routes/notifications";
import * as name from "~/routes/p.$name";
import * as space from "~/routes/s.$space._index";
import * as fresh from "~/routes/s.$space.new";
import * as search from "~/routes/search";
import * as topicPage from "~/routes/t.$topic._index";
import * as at from "~/routes/t.$topic.$position._index";
import * as edit from "~/routes/t.$topic.$position.edit";
import * as remove from "~/routes/t.$topic.$position.remove";
import * as reply from "~/routes/t.$topic.reply";
import * as turnAway from "~/routes/turn-away";
import { call } from "../support/call";
import { openWorld } from "../support/world";

async function scene() {
  const world = await openWorld();
  const alder = await world.member("Alder");
  const fern = await world.member("Fern");
  const commons = await world.space("open");
  const circle = await world.space("circle", { members: [alder] });
  const topic = await world.topic(alder, commons);
  const inside = await world.topic(alder, circle);
  return { world, alder, fern, commons, circle, topic, inside };
}

describe("addresses", () => {
  test("what isn't there and what isn't for them is the same 404, for every page and deed", async () => {
    const { world, fern, circle, inside } = await scene();
    const links = [inside.link, toLink(newId()), "x", "", "0".repeat(11), "%00", "../../etc"];
    for (const link of links) {
      const params = { topic: link, position: "1" };
      for (const loader of [topicPage.loader, at.loader, reply.loader, edit.loader, remove.loader])
        expect((await call(world, loader, { as: fern, params })).status, link).toBe(404);
      for (const action of [edit.action, remove.action, reply.action])
        expect((await call(world, action, { as: fern, params, form: { body: "x" } })).status, link).toBe(404);
      const forms: Record<string, string>[] = [
        { deed: "hide-post", post: link },
        { deed: "block", post: link },
        { deed: "mute", name: link },
      ];
      for (const form of forms) expect((await call(world, turnAway.action, { as: fern, form })).status, link).toBe(404);
      expect((await call(world, follow.action, { as: fern, form: { deed: "mute", topic: link } })).status).toBe(404);
      expect((await call(world, name.loader, { params: { name: link } })).status).toBe(404);
    }
    for (const slug of [circle.slug, "nowhere", "", "a".repeat(5000)]) {
      expect((await call(world, space.loader, { as: fern, params: { space: slug } })).status).toBe(404);
      expect((await call(world, fresh.loader, { as: fern, params: { space: slug } })).status).toBe(404);
    }
  });

  test.each(["0", "-1", "1.5", "99", "1e3", "٣", " 1", ""])("position %j leads nowhere", async (position) => {
    const { world, fern, topic } = await scene();
    expect((await call(world, at.loader, { as: fern, params: { topic: topic.link, position } })).status).toBe(404);
  });

  test("a post's address leads to its page", async () => {
    const { world, alder, topic } = await scene();
    for (let i = 0; i < 20; i++) await world.post(alder, topic);
    const answer = await call(world, at.loader, { params: { topic: topic.link, position: "21" } });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `/t/${topic.link}?page=2#post-21`]);
  });
});

describe("forms", () => {
  test("a guest who writes is asked to sign in, and nothing is written", async () => {
    const { world, topic, commons } = await scene();
    const params = { topic: topic.link, position: "1", space: commons.slug };
    for (const action of [reply.action, fresh.action, edit.action, remove.action, follow.action, turnAway.action])
      expect((await call(world, action, { params, form: { body: "x" } })).status).toBe(401);
    expect(await world.read.$count(posts)).toBe(2);
  });

  test("the same form sent twice leads to one post", async () => {
    const { world, fern, topic } = await scene();
    const form = { body: "Once", once: "abc", storyLabel: "ask" };
    world.later(DAY);
    const send = () => call(world, reply.action, { as: fern, params: { topic: topic.link }, form });
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ status, headers }) => [status, headers.get("location")])).toEqual([
      [303, `/t/${topic.link}/2`],
      [303, `/t/${topic.link}/2`],
    ]);
  });

  test("over a limit the text comes back with the time to wait", async () => {
    const { world, topic } = await scene();
    const sprig = await world.member("Sprig", { standing: "newcomer" });
    world.later(DAY);
    const send = (body: string) =>
      call(world, reply.action, { as: sprig, params: { topic: topic.link }, form: { body } });
    expect((await send("first")).status).toBe(303);
    const answer = await send("second, which took an hour to write");
    expect(answer.status).toBe(429);
    expect(answer.headers.get("retry-after")).toBe("30");
    expect(answer.headers.get("ratelimit")).toBe('"write-post";r=0;t=30');
    expect(answer.data).toMatchObject({
      lastResult: { initialValue: { body: "second, which took an hour to write" } },
    });
  });

  test.each<[string, Record<string, string | string[]>]>([
    ["nothing", {}],
    ["only space", { body: " \n " }],
    ["a label that isn't one", { body: "x", storyLabel: "secret" }],
    ["far too much", { body: "x".repeat(200_000) }],
    ["a slot that isn't a number", { body: "x", slot: "one" }],
    ["many values where one belongs", { body: ["x", "y"] }],
    ["fields that reach for prototypes", { "__proto__.polluted": "x", "constructor.prototype": "y" }],
  ])("%s is sent back with 422, and nothing is written", async (_, form) => {
    const { world, fern, topic } = await scene();
    const answer = await call(world, reply.action, { as: fern, params: { topic: topic.link }, form });
    expect(answer.status).toBe(422);
    expect(await world.read.$count(posts)).toBe(2);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("a deed that isn't one is sent back", async () => {
    const { world, fern, topic } = await scene();
    const form = { deed: "unhide-all", post: toLink(topic.postId) };
    expect((await call(world, turnAway.action, { as: fern, form })).status).toBe(422);
    expect((await call(world, follow.action, { as: fern, form: { deed: "x", topic: topic.link } })).status).toBe(422);
    expect((await call(world, follow.action, { as: fern, form: { deed: "follow" } })).status).toBe(404);
  });
});

describe("pages", () => {
  test("a guest's page holds nothing of what isn't to be quoted", async () => {
    const { world, alder, topic, commons } = await scene();
    await world.post(alder, topic, { body: "xyzzy inside", storyLabel: "closed" });
    await world.topic(alder, commons, { title: "xyzzy title", storyLabel: "closed" });
    const pages = [
      await call(world, topicPage.loader, { params: { topic: topic.link } }),
      await call(world, space.loader, { params: { space: commons.slug } }),
      await call(world, home.loader, {}),
      await call(world, search.loader, { url: "/search?words=xyzzy" }),
    ];
    for (const page of pages) {
      expect(page.status).toBe(200);
      expect(JSON.stringify(page.data).replace('"words":["xyzzy"]', "").replace('"words":"xyzzy"', "")).not.toContain(
        "xyzzy",
      );
    }
  });

  test("no page tells an account, or an id as it is stored", async () => {
    const { world, alder, fern, topic, commons } = await scene();
    await world.post(fern, topic, { to: 1, body: "@Alder hello" });
    const told = [
      await call(world, topicPage.loader, { as: alder, params: { topic: topic.link } }),
      await call(world, space.loader, { as: alder, params: { space: commons.slug } }),
      await call(world, home.loader, { as: alder }),
      await call(world, news.loader, { as: alder }),
      await call(world, search.loader, { as: alder, url: "/search?words=hello" }),
    ].map(({ data }) => JSON.stringify(data));
    for (const text of told)
      for (const id of [alder.accountId, fern.accountId, fern.pseudonymId]) expect(text).not.toContain(String(id));
  });

  /** Questions that one loading of a page asks of the database, the viewer's own included. */
  async function questions(ask: (world: Awaited<ReturnType<typeof scene>>) => Promise<unknown>) {
    const all = await scene();
    const { read } = all.world.site.database;
    let asked = 0;
    const counting = new Proxy(read, {
      get(target, key) {
        if (key === "select") asked++;
        const value = Reflect.get(target, key) as unknown;
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    Object.assign(all.world.site, { database: { ...all.world.site.database, read: counting } });
    await ask(all);
    asked = 0;
    await ask(all);
    return asked;
  }

  test("reading pages ask few questions, however much is on them", async () => {
    const viewer = 6;
    const ofTopic = await questions(async ({ world, fern, topic }) => {
      await call(world, topicPage.loader, { as: fern, params: { topic: topic.link } });
    });
    // The posts, what is followed, the names to choose from, how far they read, and whether many come at somebody here.
    expect(ofTopic - viewer).toBeLessThanOrEqual(6);
    const ofSpace = await questions(({ world, fern, commons }) =>
      call(world, space.loader, { as: fern, params: { space: commons.slug } }),
    );
    expect(ofSpace - viewer).toBeLessThanOrEqual(3);
    const ofGuest = await questions(({ world, topic }) =>
      call(world, topicPage.loader, { params: { topic: topic.link } }),
    );
    expect(ofGuest).toBeLessThanOrEqual(2);
  }, 30_000);
});
