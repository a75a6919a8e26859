import { expect, test } from "vitest";
import { conductOptOuts, handlerWishes, sanctions } from "#db/schema";
import { DAY, plus } from "~/platform/time";
import * as me from "~/routes/moderation.me";
import { call } from "../support/call";
import { aCase, aReportedCase, queueOf } from "../support/reporting";

const url = "/moderation/me";

test("the page of one's own work is there for those who handle cases, and for nobody else", async () => {
  const { world, moderators, survivor } = await aCase({ steward: true });
  const organizer = await world.member("Iris", { offices: ["organizer"] });
  for (const as of [null, survivor, organizer]) {
    expect(await call(world, me.loader, { as, url })).toMatchObject({ status: 404 });
    const sent = await call(world, me.action, { as, url, form: { intent: "break", slot: "1", days: "3" } });
    expect(sent).toMatchObject({ status: 404 });
  }
  const own = await call(world, me.loader, { as: moderators[0], url });
  expect(own).toMatchObject({ status: 200, data: { slot: 1, names: [{ slot: 1, name: "Moss" }], done: null } });
  for (const name of ["2", "9", "-1", "x", "%00", "1e400"])
    expect((await call(world, me.loader, { as: moderators[0], url: `${url}?name=${name}` })).status).toBe(
      name === "x" || name === "%00" ? 200 : 404,
    );
});

test("each form does what it says and comes back to its place", async () => {
  const { world, moderators } = await aReportedCase();
  const as = moderators[0]!;
  const send = (form: Record<string, string | string[]>) => call(world, me.action, { as, url, form });
  const to = async (form: Record<string, string | string[]>) => (await send(form)).headers.get("location");
  expect(await to({ intent: "conducts", slot: "1", conducts: ["outing", "threat"] })).toBe(
    "/moderation/me?name=1&done=conducts#conducts",
  );
  expect(await call(world, me.loader, { as, url: `${url}?name=1&done=conducts` })).toMatchObject({
    data: { done: "conducts", wishes: { conducts: ["outing", "threat"] } },
  });
  await to({ intent: "conducts", slot: "1" });
  expect(await world.read.$count(conductOptOuts)).toBe(0);
  await to({ intent: "plain", slot: "1", plain: "on" });
  expect(await world.read.select().from(handlerWishes)).toMatchObject([{ plainText: true, backOn: null }]);
  await to({ intent: "break", slot: "1", days: "3" });
  expect(await queueOf(world, as)).toEqual([]);
  expect(await world.read.select().from(handlerWishes)).toMatchObject([{ plainText: true }]);
  expect(await to({ intent: "back", slot: "1" })).toBe("/moderation/me?name=1&done=back#break");
});

test.each<[string, Record<string, string | string[]>]>([
  ["no days", {}],
  ["nothing for days", { days: "" }],
  ["no day", { days: "0" }],
  ["a month and a day", { days: "31" }],
  ["half a day", { days: "0.5" }],
  ["a word", { days: "soon" }],
  ["two numbers", { days: ["3", "4"] }],
  ["a number beyond numbers", { days: "1e400" }],
  ["far too long a note", { days: "3", note: "a".repeat(6_001) }],
])("a break of %s isn't begun, and its note comes back", async (_, about) => {
  const { world, moderators } = await aCase();
  const form = { intent: "break", slot: "1", note: "I was about to ask.", ...about };
  const sent = await call(world, me.action, { as: moderators[0], url, form });
  expect(sent).toMatchObject({ status: 422, data: { lastResult: { initialValue: { note: form.note } } } });
  expect(await world.read.$count(handlerWishes)).toBe(0);
});

test("what isn't a form of this page is refused, and so is a name that handles nothing", async () => {
  const { world, moderators } = await aCase();
  const as = moderators[0]!;
  for (const intent of ["", "__proto__", "toString", "take"])
    expect(await call(world, me.action, { as, url, form: { intent } })).toMatchObject({ status: 400 });
  const sent = await call(world, me.action, { as, url, form: { intent: "back", slot: "2" } });
  expect(sent).toMatchObject({ status: 403, data: { refusal: { reason: "not-allowed" } } });
  const conducts = ["outing", "disagreement"];
  expect(await call(world, me.action, { as, url, form: { intent: "conducts", slot: "1", conducts } })).toMatchObject({
    status: 422,
  });
});

test("a suspended moderator arranges nothing", async () => {
  const { world, moderators } = await aCase();
  const { pseudonymId } = moderators[0]!;
  await world.site.database.transaction((tx) =>
    tx.insert(sanctions).values({
      pseudonymId,
      caseId: 1,
      kind: "suspension",
      agreement: "no-slurs",
      agreementVersion: 1,
      reasons: "…",
      started: world.now,
      until: plus(world.now, DAY),
    }),
  );
  expect(await call(world, me.loader, { as: moderators[0], url })).toMatchObject({ status: 404 });
  const form = { intent: "back", slot: "1" };
  expect(await call(world, me.action, { as: moderators[0], url, form })).toMatchObject({ status: 403 });
});
