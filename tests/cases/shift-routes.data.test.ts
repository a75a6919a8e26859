import { expect, test } from "vitest";
import { conductOptOuts, handlerWishes, sanctions, ties } from "#db/schema";
import { addNote } from "~/cases/add-note.server";
import { declareTie } from "~/cases/declare-tie.server";
import { releaseCase } from "~/cases/release-case.server";
import { toLink } from "~/platform/ids";
import { DAY, HOUR, plus, weekOf } from "~/platform/time";
import * as handover from "~/routes/moderation.handover";
import * as me from "~/routes/moderation.me";
import * as rota from "~/routes/moderation.rota";
import { call } from "../support/call";
import { aCase, aReportedCase, claim, queueOf, split } from "../support/reporting";
import type { Person } from "../support/world";

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

test("handing over shows open cases, whom they wait for, and notes without the parties' names, to whom they were dealt alone", async () => {
  const { world, moderators, survivor, caseId } = await aReportedCase({ moderators: ["Moss", "Fern", "Ash", "Elm"] });
  const { dealt, others } = await split(world, caseId, moderators);
  const leaseNumber = await claim(world, dealt[0]!, caseId);
  const note = "Thorn was told before. Ask @thorn first.";
  await releaseCase(world.site, await world.viewer(dealt[0]!), { caseId, leaseNumber, note }, world.now);
  const open = (as: Person | null) => call(world, handover.loader, { as, url: "/moderation/handover" });
  for (const as of [null, survivor]) expect(await open(as)).toMatchObject({ status: 404 });
  expect(await open(others[0]!)).toMatchObject({ data: { open: [], notes: [], soon: [] } });
  const shown = await open(dealt[1]!);
  const mark = toLink(caseId).slice(-4);
  expect(shown.data).toMatchObject({
    open: [{ mark, state: "open", conduct: "slur" }],
    soon: [],
    notes: [{ mark, by: dealt[0]!.name, words: "[they] was told before. Ask [they] first." }],
  });
  expect(JSON.stringify(shown.data)).not.toMatch(/thorn|wren/i);
  await declareTie(world.site, await world.viewer(dealt[1]!), caseId, world.now);
  expect(await open(dealt[1]!)).toMatchObject({ data: { open: [], notes: [] } });
  world.later(60 * HOUR);
  expect(await open(dealt[0]!)).toMatchObject({ data: { soon: [{ mark }], notes: [{ mark }] } });
  world.later(20 * HOUR);
  expect(await open(dealt[0]!)).toMatchObject({ data: { notes: [] } });
});

test("somebody who has a conflict by now reads no note of it, even before the case is dealt anew", async () => {
  const { world, moderators, harasser, caseId } = await aReportedCase();
  const leaseNumber = await claim(world, moderators[0]!, caseId);
  await addNote(world.site, await world.viewer(moderators[0]!), { caseId, leaseNumber, note: "Careful." }, world.now);
  const { pseudonymId } = moderators[1]!;
  await world.site.database.transaction((tx) =>
    tx
      .insert(ties)
      .values({ moderatorPseudonymId: pseudonymId, pseudonymId: harasser.pseudonymId, declared: world.now }),
  );
  const shown = await call(world, handover.loader, { as: moderators[1], url: "/moderation/handover" });
  expect(shown.data).toMatchObject({ open: [], notes: [] });
});

test("the rota: taken and given back on its page, and refused for what isn't a week ahead", async () => {
  const { world, moderators, survivor } = await aCase();
  const as = moderators[0]!;
  const week = String(weekOf(world.now) + 2);
  const send = (form: Record<string, string | string[]>, who: Person | null = as) =>
    call(world, rota.action, { as: who, url: "/moderation/rota", form });
  const read = async () => (await call(world, rota.loader, { as, url: "/moderation/rota" })).data as { weeks: unknown };
  for (const who of [null, survivor]) {
    expect((await send({ intent: "take", slot: "1", week }, who)).status).toBe(404);
    expect((await call(world, rota.loader, { as: who, url: "/moderation/rota" })).status).toBe(404);
  }
  expect((await send({ intent: "take", slot: "1", week })).headers.get("location")).toBe("/moderation/rota?done=take");
  expect((await read()).weeks).toMatchObject([{ names: [] }, { names: [] }, { names: ["Moss"] }, {}, {}, {}]);
  await send({ intent: "give-back", slot: "1", week });
  expect((await read()).weeks).toMatchObject([{}, {}, { names: [] }, {}, {}, {}]);
  for (const wrong of ["-1", "1e400", "x", "", "0.5", "99999999999999999999"])
    expect((await send({ intent: "take", slot: "1", week: wrong })).status, wrong).toBe(422);
  expect((await send({ intent: "take", slot: "1", week: "1" })).status).toBe(422);
});
