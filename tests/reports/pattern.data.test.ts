import { expect, test } from "vitest";
import { cases, evidence, reports } from "#db/schema";
import { newId, toLink } from "~/platform/ids";
import { DAY, plus } from "~/platform/time";
import { openCopies } from "~/reports/evidence.server";
import { offerPosts } from "~/reports/pattern/offer-posts.server";
import { action } from "~/routes/report";
import { loader as several } from "~/routes/report_.several";
import { call } from "../support/call";
import { aCase } from "../support/reporting";
import type { Person, World } from "../support/world";

type Page = { name: string; chosen: string[]; more: boolean; offered: { link: string; begins: string }[] };

const look = async (world: World, as: Person, query: string) => {
  const answer = await call(world, several, { as, url: `/report/several?${query}` });
  return { status: answer.status, page: answer.data as Page };
};
const file = (world: World, as: Person, query: string, conduct = "pile-on") =>
  call(world, action, { as, url: `/report?${query}`, form: { conduct } });

const nameOf = (who: Person) => `name=${toLink(who.pseudonymId)}`;
const withAll = (links: string[]) => links.map((link) => `&with=${link}`).join("");

test("several posts of one name are one report, in one case, with a sealed copy of each", async () => {
  const { world, survivor, harasser, topic, post } = await aCase();
  const more = await world.post(harasser, topic, { body: "Lobby again" });
  const sent = await file(world, survivor, `${nameOf(harasser)}${withAll([post.link, more.link])}`);
  expect(sent).toMatchObject({ status: 303 });
  const [row] = await world.read.select().from(reports);
  expect(row).toMatchObject({ kind: "pseudonym", subjectId: harasser.pseudonymId, conduct: "pile-on" });
  expect(await world.read.$count(cases)).toBe(1);
  const texts = (await openCopies(world.read, row!.caseId)).map(({ copy }) => copy.text);
  expect(texts.sort()).toEqual(["", "Lobby again", "Pimp lobby!"]);

  // What comes later goes into the same report, and what is there already isn't sealed twice.
  const third = await world.post(harasser, topic, { body: "And again" });
  const again = await file(world, survivor, `${nameOf(harasser)}${withAll([third.link, post.link])}`);
  expect(again.headers.get("location")).toMatch(/\?already$/);
  expect(await world.read.$count(reports)).toBe(1);
  expect(await world.read.$count(evidence)).toBe(4);
});

test("posts of others, of siblings, and of circles one isn't in are left out of it, and so is what is no link", async () => {
  const { world, survivor, harasser, topic } = await aCase();
  const elsewhere = await world.topic(survivor, await world.space("open"));
  const sibling = await world.post(harasser, elsewhere, { body: "As Bramble", slot: 2 });
  const circle = await world.space("circle", { members: [harasser] });
  const hidden = await world.topic(harasser, circle, { body: "Only for us" });
  const links = [toLink(topic.postId), sibling.link, toLink(hidden.postId), toLink(newId()), "", "x".repeat(5_000)];
  expect(await file(world, survivor, `${nameOf(harasser)}${withAll(links)}`)).toMatchObject({ status: 303 });
  const [row] = await world.read.select().from(reports);
  expect((await openCopies(world.read, row!.caseId)).map(({ copy }) => copy.text)).toEqual([""]);
});

test("one page offers what its reader can see of that name, the newest first, and carries what was chosen before", async () => {
  const { world, survivor, harasser, topic, post } = await aCase();
  const links = [post.link];
  for (let i = 0; i < 21; i++) {
    world.later(DAY / 2);
    links.unshift((await world.post(harasser, topic, { body: `No ${i}` })).link);
  }
  const circle = await world.space("circle", { members: [harasser] });
  await world.topic(harasser, circle, { body: "Only for us" });
  const first = await look(world, survivor, `${nameOf(harasser)}${withAll([post.link])}`);
  expect(first.page).toMatchObject({ name: "Thorn", more: true, chosen: [post.link] });
  expect(first.page.offered.map((one) => one.link)).toEqual(links.slice(0, 20));
  const second = await look(world, survivor, `${nameOf(harasser)}&page=2`);
  expect(second.page.offered.map((one) => one.link)).toEqual(links.slice(20));
  expect(second.page.more).toBe(false);
  const viewer = await world.viewer(survivor);
  const asked = { pseudonymId: harasser.pseudonymId, page: 1 };
  const later = await offerPosts(world.site, viewer, asked, plus(world.now, 91 * DAY));
  expect(later).toMatchObject({ ok: true, offered: [] });
});

test("no more than 20 go into one report", async () => {
  const { world, survivor, harasser, topic } = await aCase();
  const links: string[] = [];
  for (let i = 0; i < 22; i++) {
    world.later(DAY / 2);
    links.push((await world.post(harasser, topic, { body: `No ${i}` })).link);
  }
  await file(world, survivor, `${nameOf(harasser)}${withAll(links)}`);
  expect(await world.read.$count(evidence)).toBe(21);
});

test("strangers, guests and one's own names get no list, and looking is counted", async () => {
  const { world, survivor, harasser } = await aCase();
  expect((await call(world, several, { url: `/report/several?${nameOf(harasser)}` })).status).toBe(401);
  for (const query of ["", "name=x", `name=${toLink(newId())}`])
    expect((await look(world, survivor, query)).status, query).toBe(404);
  expect((await look(world, harasser, nameOf(harasser))).status).toBe(422);
  for (const page of ["0", "-1", "1.5", "x", "1e9"])
    expect((await look(world, survivor, `${nameOf(harasser)}&page=${page}`)).status, page).toBe(200);
  for (let i = 0; i < 30; i++) await look(world, survivor, nameOf(harasser));
  expect((await look(world, survivor, nameOf(harasser))).status).toBe(429);
});
