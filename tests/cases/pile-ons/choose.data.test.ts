import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { blocks, cases, evidence } from "#db/schema";
import { actOnCase } from "~/cases/act-on-case.server";
import { findCase } from "~/cases/case-queries.server";
import { toLink } from "~/platform/ids";
import { action as call_, loader as callPage } from "~/routes/pile-on";
import { action, loader } from "~/routes/pile-ons.$case";
import { loader as topicPage } from "~/routes/t.$topic._index";
import { call } from "../../support/call";
import {
  aQuietPlace,
  comeAt,
  hoursLater,
  look,
  partsOf,
  pileOnCases,
  pileOnsOf,
  writeAs,
} from "../../support/coming-at";
import { caseOf, claim, dealtTo, decide, report, see } from "../../support/reporting";
import type { Person, World } from "../../support/world";

async function aPileOn(about: Parameters<typeof aQuietPlace>[0] = {}) {
  const place = await aQuietPlace(about);
  await comeAt(place.world, place.people.slice(0, 8), place.topic, place.post.position);
  const caseId = (await look(place.world, place.survivor))!;
  return { ...place, caseId };
}

const choose = (world: World, as: Person | null, caseId: number, choice: string) =>
  call(world, action, { as, url: `/pile-ons/${toLink(caseId)}`, params: { case: toLink(caseId) }, form: { choice } });
const page = (world: World, as: Person | null, caseId: number) =>
  call(world, loader, { as, url: `/pile-ons/${toLink(caseId)}`, params: { case: toLink(caseId) } });

test("only the member at whom they came sees its page; to everybody else it isn't there", async () => {
  const { world, survivor, host, people, handlers, caseId } = await aPileOn();
  expect(await page(world, survivor, caseId)).toMatchObject({
    status: 200,
    data: { found: { name: "Wren", wish: "unasked", gathered: 8, over: false, lookedAt: false } },
  });
  for (const who of [host, people[0]!, handlers[0]!]) {
    expect((await page(world, who, caseId)).status).toBe(404);
    expect((await choose(world, who, caseId, "kind")).status).toBe(404);
  }
  expect((await page(world, null, caseId)).status).toBe(401);
  expect((await choose(world, survivor, 12345, "slow")).status).toBe(404);
  expect((await choose(world, survivor, caseId, "everything")).status).toBe(422);
  const answers = JSON.stringify(await page(world, survivor, caseId));
  for (const who of people) expect(answers).not.toContain(who.name);
});

test("slow, only gather, slow again: strangers are slowed only while she wants it", async () => {
  const { world, survivor, people, topic, post, caseId } = await aPileOn();
  const flood = async () => {
    const said: boolean[] = [];
    for (const who of people.slice(0, 8)) {
      hoursLater(world, 0.01);
      said.push((await writeAs(world, who, topic, post.position, `Again, ${said.length}`)).ok);
    }
    return said.filter((ok) => !ok).length;
  };
  hoursLater(world, 1);
  expect((await choose(world, survivor, caseId, "gather")).status).toBe(303);
  expect(await flood()).toBe(0);
  expect((await choose(world, survivor, caseId, "slow")).status).toBe(303);
  hoursLater(world, 1);
  expect(await flood()).toBe(2);
  expect((await pileOnsOf(world, survivor))[0]).toMatchObject({ wish: "slow", ended: null });
});

test("'it's kind' ends it and closes the case, and the software doesn't ask again that day", async () => {
  const { world, survivor, people, topic, post, caseId } = await aPileOn();
  await choose(world, survivor, caseId, "kind");
  expect(await caseOf(world, caseId)).toMatchObject({ state: "closed", decideBy: null });
  expect((await choose(world, survivor, caseId, "slow")).status).toBe(409);
  hoursLater(world, 1);
  await comeAt(world, people.slice(0, 8), topic, post.position);
  expect(await look(world, survivor)).toBeNull();
  expect(await pileOnCases(world)).toHaveLength(1);
});

test("'it's kind' drops nobody else's report: the case stays with those who handle it", async () => {
  const { world, survivor, host, caseId } = await aPileOn();
  const [part] = await partsOf(world, caseId);
  await report(world, host, part!.postId, { conduct: "pile-on" });
  await choose(world, survivor, caseId, "kind");
  expect(await caseOf(world, caseId)).toMatchObject({ state: "open" });
});

test("one press mutes everybody who took part, for her alone", async () => {
  const { world, survivor, people, caseId } = await aPileOn();
  await choose(world, survivor, caseId, "mute-all");
  await choose(world, survivor, caseId, "mute-all");
  const rows = await world.read.select().from(blocks);
  expect(rows).toHaveLength(8);
  expect(new Set(rows.map((row) => `${row.ownerAccountId} ${row.kind}`))).toEqual(
    new Set([`${survivor.accountId} mute`]),
  );
  expect(rows.map((row) => row.pseudonymId).sort()).toEqual(
    people
      .slice(0, 8)
      .map((one) => one.pseudonymId)
      .sort(),
  );
});

test("'this is a pile-on' needs no number and no proof, and gathers under the very name that was meant", async () => {
  const { world, survivor, people, topic, post } = await aQuietPlace();
  expect(await call(world, call_, { as: survivor, url: "/pile-on", form: { slot: "1" } })).toMatchObject({
    status: 422,
  });
  await comeAt(world, people.slice(0, 2), topic, post.position);
  const url = `/pile-on?post=${post.link}`;
  expect((await call(world, callPage, { as: survivor, url })).data).toMatchObject({ meant: 1 });
  const called = await call(world, call_, { as: survivor, url, form: { slot: "1" } });
  expect(called.status).toBe(303);
  const [found] = await pileOnsOf(world, survivor);
  expect(found).toMatchObject({ foundBy: "member", wish: "slow" });
  expect(await partsOf(world, found!.caseId)).toHaveLength(2);
  const again = await call(world, call_, { as: survivor, url, form: { slot: "1" } });
  expect(again.headers.get("location")).toBe(called.headers.get("location"));
  for (const slot of ["2", "5", "0", "x", ""]) {
    const status = (await call(world, call_, { as: survivor, url, form: { slot } })).status;
    expect([400, 404, 422]).toContain(status);
  }
  expect(await pileOnCases(world)).toHaveLength(1);
});

test("whoever took part, and whoever is near the member, never sees the case; fifty blocks choose no judge", async () => {
  const { world, survivor, people, handlers, topic, post } = await aQuietPlace({ moderators: 5 });
  const [tookPart, blocked, ...others] = handlers as [Person, Person, ...Person[]];
  await world.site.database.transaction(async (tx) => {
    const since = new Date(world.now.getTime() - 864e5);
    await tx
      .insert(blocks)
      .values({ ownerAccountId: survivor.accountId, pseudonymId: blocked.pseudonymId, kind: "block", since });
    for (const who of people)
      for (const judge of others)
        await tx
          .insert(blocks)
          .values({ ownerAccountId: who.accountId, pseudonymId: judge.pseudonymId, kind: "block", since });
  });
  await comeAt(world, [...people.slice(0, 8), tookPart], topic, post.position);
  const caseId = (await look(world, survivor))!;
  expect(await see(world, tookPart, caseId)).toBeNull();
  expect(await see(world, blocked, caseId)).toBeNull();
  const dealt = await dealtTo(world, caseId);
  expect(dealt.length).toBeGreaterThanOrEqual(2);
  expect(dealt.every((one) => others.some((other) => other.pseudonymId === one))).toBe(true);
});

test("moderators read one timeline, decide it as a whole without binding anybody, and take a part out to decide it alone", async () => {
  const { world, survivor, people, handlers, caseId } = await aPileOn();
  const dealt = await dealtTo(world, caseId);
  const moderator = handlers.find((one) => one.pseudonymId === dealt[0])!;
  const seen = (await see(world, moderator, caseId))!;
  expect(seen.timeline).toHaveLength(8);
  expect(seen.timeline[0]).toMatchObject({
    text: "And another thing",
    place: "Housing",
    route: "reply",
    takenOut: false,
  });
  expect(seen).toMatchObject({ author: "Wren", respondentLeft: false, prior: [] });
  const viewer = await world.viewer(moderator);
  const leaseNumber = await claim(world, moderator, caseId);
  const take = async (part: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: "take-out", leaseNumber: String(leaseNumber), part }))
      form.set(name, value);
    return actOnCase(world.site, viewer, { caseId, intent: "take-out", form }, world.now);
  };
  const { link, author } = seen.timeline[0]!;
  const writer = people.find((one) => one.name === author)!;
  expect((await take(link)).done).toEqual({ ok: true });
  expect((await take(link)).done).toMatchObject({ ok: false, reason: "already-done" });
  expect((await take("nonsense")).done).toMatchObject({ ok: false, reason: "not-found" });
  const [own] = await world.read.select().from(cases).where(eq(cases.respondentPseudonymId, writer.pseudonymId));
  expect(own).toMatchObject({ subjectKind: "post", conduct: "pile-on", state: "open" });
  expect(await world.read.select().from(evidence).where(eq(evidence.caseId, own!.id))).toHaveLength(1);
  expect((await findCase(world.site, viewer, caseId, world.now))!.timeline.filter((one) => one.takenOut)).toHaveLength(
    1,
  );

  const decision = { agreement: "no-pile-ons", toRespondent: "It was one. We spoke with them." };
  expect(await decide(world, moderator, caseId, { ...decision, outcome: "mute", days: 3 })).toMatchObject({
    reason: "invalid",
  });
  expect(await decide(world, moderator, caseId, { ...decision, outcome: "note" })).toMatchObject({ ok: true });
  expect((await page(world, survivor, caseId)).data).toMatchObject({
    found: { over: true, lookedAt: true, reasons: "It was one. We spoke with them." },
  });
});

test("members who read along hear how to help, in the topics where it happens; guests and other topics don't", async () => {
  const { world, survivor, host, space, topic, caseId } = await aPileOn();
  const other = await world.topic(host, space, { title: "Elsewhere" });
  const read = async (as: Person | null, link: string) =>
    (await call(world, topicPage, { as, url: `/t/${link}`, params: { topic: link } })).data as { pileOn: boolean };
  const link = toLink(topic.id);
  expect((await read(host, link)).pileOn).toBe(true);
  expect((await read(host, other.link)).pileOn).toBe(false);
  await choose(world, survivor, caseId, "kind");
  expect((await read(host, link)).pileOn).toBe(false);
});
