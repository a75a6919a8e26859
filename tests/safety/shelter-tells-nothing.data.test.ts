import { expect, test } from "vitest";
import { toLink } from "~/platform/ids";
import { MINUTE } from "~/platform/time";
import { loader as namePage } from "~/routes/p.$name";
import { loader as topicPage } from "~/routes/t.$topic._index";
import { action as replyDo, loader as replyPage } from "~/routes/t.$topic.reply";
import { inviteToCircle } from "~/spaces/circle-membership.server";
import { call } from "../support/call";
import { aShelteredPlace, newsOf } from "../support/shelter";
import type { Person } from "../support/world";

/** Everything that strangers do and look at in one world, with all that they're answered. Ids are drawn anew in each world. */
async function lived(sheltered: boolean) {
  const place = await aShelteredPlace({ sheltered });
  const { world, wren, moss, crow, elder, topic } = place;
  const circle = await world.space("circle", { members: [crow] });
  const crowd: Person[] = [];
  for (let i = 0; i < 45; i++) crowd.push(await world.member(`Crowd ${"abcdefgh"[i >> 3]}${"abcdefgh"[i % 8]}`));
  const link = toLink(topic.id);
  const here = { url: `/t/${link}`, params: { topic: link } };
  const answers: unknown[] = [];
  const say = async (who: Person, to: number | undefined, body: string) => {
    world.later(MINUTE);
    const form = { body, ...(to ? { to: String(to) } : {}) };
    answers.push(await call(world, replyDo, { as: who, ...here, url: `/t/${link}/reply`, form }));
  };
  await say(crow, 1, "An answer");
  await say(crow, undefined, "To nobody");
  await say(crow, undefined, "A call to @Wren");
  const invitation = { spaceId: circle.id, name: "Wren" };
  answers.push(await inviteToCircle(world.site, await world.viewer(crow), invitation, world.now));
  answers.push(await inviteToCircle(world.site, await world.viewer(crow), invitation, world.now));
  for (const who of crowd) await say(who, 1, "One of many");
  await say(moss, 1, "I know you");
  for (const who of [crow, moss, elder, null]) {
    for (const page of ["", "?page=2", "?page=3"])
      answers.push(await call(world, topicPage, { as: who, ...here, url: `/t/${link}${page}` }));
    const name = toLink(wren.pseudonymId);
    answers.push(await call(world, namePage, { as: who, url: `/p/${name}`, params: { name } }));
    if (who) {
      answers.push(await call(world, replyPage, { as: who, ...here, url: `/t/${link}/reply?to=1` }));
      answers.push(await newsOf(world, who));
    }
  }
  return { answers, news: await newsOf(world, wren) };
}

/** What differs by chance: ids in links, and the seeds of leaves. */
const alike = (answers: unknown[]) =>
  answers.map((one) =>
    JSON.stringify(one, (key, value) => (key === "leaf" || key === "seed" ? null : value)).replace(
      /\b[0-9a-z]{11}\b/g,
      "…",
    ),
  );

test("strangers, those who are known and guests are answered the same with shelter and without, whatever they do", async () => {
  const [open, closed] = [await lived(false), await lived(true)];
  expect(alike(closed.answers)).toEqual(alike(open.answers));
  expect(open.news.length).toBeGreaterThan(closed.news.length + 30);
});

test("strangers together meet a limit at one member, which keeps their words and says that many are answering", async () => {
  const { answers } = await lived(true);
  const limited = answers.filter((one) => (one as { status?: number }).status === 429);
  expect(limited.length).toBeGreaterThan(0);
  expect(limited[0]).toMatchObject({
    data: {
      refusal: { pace: { deed: "reach-one", limit: 40 } },
      lastResult: { initialValue: { body: "One of many" } },
    },
  });
  expect(JSON.stringify(limited)).not.toMatch(/shelter/i);
});
