import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { caseEntries, cases, evidence, reports, sanctions } from "#db/schema";
import { closeDecided } from "~/cases/close-decided.server";
import { escalateOverdue } from "~/cases/escalate-overdue.server";
import { toLink } from "~/platform/ids";
import { DAY, HOUR } from "~/platform/time";
import { WORDS_MOST } from "~/reports/forms";
import { PLACE_MOST } from "~/reports/outside/forms";
import { sweep } from "~/retention/sweep.server";
import * as handlersImage from "~/routes/moderation.cases.$case_.image.$copy";
import * as page from "~/routes/report_.elsewhere";
import * as myReport from "~/routes/reports.$report";
import * as myImage from "~/routes/reports.$report_.image";
import { call } from "../support/call";
import { pngOf } from "../support/images";
import { aCase, answer, ask, caseOf, dealtTo, decide, leave, queueOf, see, split } from "../support/reporting";
import type { Person, World } from "../support/world";

let pages = 0;
const once = () => String(pages++).padStart(22, "0");
const TOLD = {
  conduct: "threat",
  words: "They waited outside the meeting.",
  place: "The library",
  day: "2026-05-01",
  who: "",
  wish: "know",
};

type Sent = { status: number; headers: Headers; data: { lastResult: { error: object; initialValue: object } } };

/** Sends the form as a browser does, with an image or without. */
async function send(world: World, as: Person, form: Record<string, string> = {}, image?: Uint8Array, more = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ once: once(), ...TOLD, ...form })) body.append(name, value);
  if (image) body.append("image", new Blob([new Uint8Array(image)], { type: "text/html" }), "../etc/passwd");
  const asking = ({ request, ...args }: Parameters<typeof page.action>[0]) => {
    const headers = { cookie: request.headers.get("cookie")! };
    const sent = new Request(request.url, { method: "POST", headers, body });
    return page.action({ ...args, request: sent, context: { ...args.context, ...more } });
  };
  return (await call(world, asking as never, { as, form: {} })) as Sent;
}

/** Sends it, and answers with the report and its case. */
async function told(world: World, as: Person, form: Record<string, string> = {}, image?: Uint8Array) {
  const sent = await send(world, as, form, image);
  const to = sent.headers.get("location");
  if (!to) throw new Error(`not sent: ${sent.status} ${JSON.stringify(sent.data)}`);
  const all = await world.read.select().from(reports);
  const report = all.find((one) => to.startsWith(`/reports/${toLink(one.id)}?`))!;
  return { to, report, caseId: report.caseId, params: { report: toLink(report.id) } };
}

const handlerOf = async (world: World, caseId: number, people: Person[]) =>
  (await split(world, caseId, people)).dealt[0]!;

test("what happened elsewhere is a case about nobody: sealed, dealt, asked about, decided in words, and swept", async () => {
  const { world, moderators, survivor } = await aCase();
  const { report, caseId, params } = await told(world, survivor);
  expect(report).toMatchObject({
    kind: "elsewhere",
    conduct: "threat",
    words: /library[\s\S]*2026-05-01[\s\S]*waited/,
  });
  const found = await caseOf(world, caseId);
  expect(found).toMatchObject({ subjectKind: "elsewhere", respondentPseudonymId: null, severity: "urgent" });
  expect(found.conductHour).toEqual(new Date("2026-05-01T00:00:00Z"));
  const handler = await handlerOf(world, caseId, moderators);
  expect(await queueOf(world, handler)).toMatchObject([{ subjectKind: "elsewhere", voices: 1 }]);
  expect(await see(world, handler, caseId)).toMatchObject({
    copies: [{ text: TOLD.words, place: TOLD.place, day: TOLD.day, author: "", image: null }],
    prior: [],
    respondentLeft: false,
    talk: { askable: [1], canAskRespondent: false },
  });
  await ask(world, handler, caseId, "Since when?");
  expect(await answer(world, survivor, report.id, "Since May.")).toMatchObject({ ok: true });
  for (const outcome of ["warning", "mute", "removal"] as const)
    expect(await decide(world, handler, caseId, { outcome })).toMatchObject({ reason: "invalid" });
  const noted = { outcome: "note", days: undefined, toRespondent: "", toReporter: "We have read it." } as const;
  expect(await decide(world, handler, caseId, noted)).toMatchObject({ ok: true });
  expect(await decide(world, handler, caseId, noted).catch((e: Error) => e.message)).toMatch(/already-decided/);
  expect(await world.read.$count(sanctions)).toBe(0);
  const seen = await call(world, myReport.loader, { as: survivor, params });
  expect(seen.data).toMatchObject({
    report: { decision: { outcome: "note", reasons: "We have read it." }, offered: ["shelter"] },
  });
  world.later(15 * DAY);
  await closeDecided(world.site, world.now);
  world.later(91 * DAY);
  await sweep(world.site, world.now);
  expect(await world.read.$count(evidence)).toBe(0);
});

test("two that name nobody have nothing to do with each other", async () => {
  const { world, moderators, survivor, harasser } = await aCase();
  const first = await told(world, survivor);
  const second = await told(world, harasser);
  const handler = await handlerOf(world, first.caseId, moderators);
  await decide(world, handler, first.caseId, { outcome: "note", days: undefined, toRespondent: "" });
  expect(first.caseId).not.toBe(second.caseId);
  expect(await see(world, await handlerOf(world, second.caseId, moderators), second.caseId)).toMatchObject({
    prior: [],
  });
});

test("whoever is named by name or by address never handles it, nor under another name; the whole ladder is open", async () => {
  const { world, moderators, survivor, harasser } = await aCase({ moderators: ["Moss", "Fern", "Ash"] });
  const [moss, fern] = moderators as [Person, Person];
  for (const who of ["moss", `https://here.example/p/${toLink(moss.pseudonymId)}`]) {
    const { caseId } = await told(world, survivor, { who });
    expect(await caseOf(world, caseId)).toMatchObject({ respondentPseudonymId: moss.pseudonymId });
    expect(await dealtTo(world, caseId)).not.toContain(moss.pseudonymId);
    expect(await see(world, moss, caseId)).toBeNull();
  }
  const { caseId, params } = await told(world, survivor, { who: "Thorn" });
  const handler = await handlerOf(world, caseId, [moss, fern, moderators[2]!]);
  expect(await decide(world, handler, caseId, { agreement: "no-outing" })).toMatchObject({ ok: true });
  expect(await world.read.select().from(sanctions)).toMatchObject([
    { pseudonymId: harasser.pseudonymId, kind: "mute" },
  ]);
  const { data } = await call(world, myReport.loader, { as: survivor, params });
  expect(data).toMatchObject({ report: { author: "Thorn", offered: ["block", "mute", "shelter"] } });
});

test("who reported is a party: a moderator who reports never gets it", async () => {
  const { world, moderators } = await aCase({ moderators: ["Moss", "Fern", "Ash"] });
  const { caseId } = await told(world, moderators[0]!);
  expect(await dealtTo(world, caseId)).not.toContain(moderators[0]!.pseudonymId);
  expect(await see(world, moderators[0]!, caseId)).toBeNull();
});

test("the image is seen by its handlers and by whoever sent it, and by nobody else", async () => {
  const { world, moderators, survivor, harasser } = await aCase({ moderators: ["Moss", "Fern", "Ash", "Elm", "Yew"] });
  const { caseId, params } = await told(world, survivor, {}, pngOf({ side: 9 }));
  const { dealt, others } = await split(world, caseId, moderators);
  const seen = (await see(world, dealt[0]!, caseId))!;
  expect(seen.copies).toMatchObject([{ image: { width: 9, height: 9 } }]);
  expect(JSON.stringify(seen)).not.toContain("data");
  const copy = seen.copies[0]!.image!.address.split("/").at(-1)!;
  const at = { case: toLink(caseId), copy };
  const served = await call(world, handlersImage.loader, { as: dealt[0]!, params: at });
  expect(served.status).toBe(200);
  expect(served.headers.get("content-type")).toBe("image/png");
  expect(served.headers.get("cache-control")).toBe("no-store");
  for (const params of [
    { ...at, copy: toLink(5) },
    { ...at, case: toLink(6) },
    { case: "x", copy: "y" },
  ])
    expect((await call(world, handlersImage.loader, { as: dealt[0]!, params })).status).toBe(404);
  for (const as of [others[0]!, survivor, harasser])
    expect((await call(world, handlersImage.loader, { as, params: at })).status).toBe(404);
  expect((await call(world, myImage.loader, { as: survivor, params })).status).toBe(200);
  for (const as of [harasser, dealt[0]!]) expect((await call(world, myImage.loader, { as, params })).status).toBe(404);
  const [row] = await world.read.select().from(evidence);
  expect(Buffer.from(row!.sealed).includes("PNG")).toBe(false);
});

test.each([
  ["of another kind", Buffer.from("<html><script>"), {}, 422, "kind"],
  ["that isn't whole", pngOf().subarray(0, 60), {}, 422, "broken"],
  ["that is too large for a form", pngOf(), { cutShort: true }, 413, "large"],
])("an image %s is refused, and every word comes back", async (_, image, more, status, error) => {
  const { world, survivor } = await aCase();
  const sent = await send(world, survivor, {}, image, more);
  expect(sent.status).toBe(status);
  expect(sent.data).toMatchObject({ lastResult: { error: { image: [error] }, initialValue: { words: TOLD.words } } });
  expect(await world.read.$count(reports)).toBe(0);
});

test("an image in which a child may be shown is thrown away; the words alone are sealed for stewards", async () => {
  const { world, moderators, stewards, survivor } = await aCase({ steward: true });
  const shown = await send(world, survivor, { conduct: "child-material" }, pngOf());
  expect(shown).toMatchObject({ status: 422, data: { lastResult: { error: { image: ["child"] } } } });
  expect(await world.read.$count(evidence)).toBe(0);
  const { caseId } = await told(world, survivor, { conduct: "child-material" });
  expect(await caseOf(world, caseId)).toMatchObject({ quarantine: "standing" });
  expect(await dealtTo(world, caseId)).toEqual([stewards[0]!.pseudonymId]);
  for (const moderator of moderators) expect(await see(world, moderator, caseId)).toBeNull();
  expect(await see(world, stewards[0]!, caseId)).toMatchObject({ aside: true, reports: [{ words: /library/ }] });
});

test.each([
  ["nothing written", { words: " " }, { words: ["missing"] }],
  ["far too much", { words: "a".repeat(WORDS_MOST + 1) }, { words: ["long"] }],
  ["a long place", { place: "a".repeat(PLACE_MOST + 1) }, { place: ["long"] }],
  ["no conduct", { conduct: "" }, { conduct: ["choose"] }],
  ["a conduct there isn't", { conduct: "everything" }, { conduct: ["choose"] }],
  ["no day", { day: "2026-02-31" }, { day: ["no-day"] }],
  ["a day to come", { day: "2999-01-01" }, { day: ["no-day"] }],
  ["nobody of that name", { who: "Nobody Here" }, { who: ["nobody"] }],
  ["an address of nobody", { who: `/p/${toLink(7)}` }, { who: ["nobody"] }],
  ["a name that is much too long", { who: "a".repeat(400) }, { who: ["long"] }],
])("%s: said beside its field, with everything else kept", async (_, form: Record<string, string>, error) => {
  const { world, survivor } = await aCase();
  const sent = await send(world, survivor, form);
  expect(sent.status).toBe(422);
  expect(sent.data.lastResult).toMatchObject({ error, initialValue: { place: form.place ?? TOLD.place } });
  expect(await world.read.$count(reports)).toBe(0);
});

test("one's own names can't be reported, a form without the page's mark neither, and a guest signs in first", async () => {
  const { world, survivor, harasser } = await aCase();
  expect(await send(world, survivor, { who: "Wren" })).toMatchObject({
    status: 422,
    data: { refusal: { reason: "own-thing" } },
  });
  expect(await send(world, harasser, { who: "bramble" })).toMatchObject({ data: { refusal: { reason: "own-thing" } } });
  expect((await send(world, survivor, { once: "" })).status).toBe(422);
  expect((await call(world, page.loader, {})).status).not.toBe(200);
  expect((await call(world, page.action, { form: { ...TOLD, once: once() } })).status).not.toBe(200);
  expect(await world.read.$count(reports)).toBe(0);
});

test("pressing twice, at one moment or after it was decided, files once; another's same mark is another's", async () => {
  const { world, moderators, survivor, harasser } = await aCase();
  const mark = { once: once() };
  const sent = await Promise.all([send(world, survivor, mark), send(world, survivor, mark)]);
  expect(sent.map((one) => one.status)).toEqual([303, 303]);
  expect(await world.read.$count(reports)).toBe(1);
  const { to, caseId } = await told(world, survivor, mark);
  expect(to).toMatch(/\?already$/);
  await decide(world, await handlerOf(world, caseId, moderators), caseId, {
    outcome: "note",
    days: undefined,
    toRespondent: "",
  });
  await send(world, survivor, mark);
  expect(await world.read.$count(cases)).toBe(1);
  await send(world, harasser, mark);
  expect(await world.read.$count(cases)).toBe(2);
});

test("above the limit what is urgent joins one's own open case, with every word of it; what isn't is refused", async () => {
  const { world, survivor, moderators } = await aCase();
  const { caseId } = await told(world, survivor);
  while ((await send(world, survivor, { conduct: "other" })).status === 303);
  const open = await world.read.$count(cases);
  const joined = await told(world, survivor, { words: "And again today." });
  expect(joined).toMatchObject({ caseId, to: /\?already$/ });
  expect(await world.read.$count(cases)).toBe(open);
  const texts = (await see(world, await handlerOf(world, caseId, moderators), caseId))!.copies.map((copy) => copy.text);
  expect(texts.sort()).toEqual(["And again today.", TOLD.words]);
});

test("so many images a day, and the words without one are heard all the same", async () => {
  const { world, survivor } = await aCase();
  let sent = await send(world, survivor, { conduct: "other" }, pngOf());
  for (let i = 0; i < 20 && sent.status === 303; i++) sent = await send(world, survivor, {}, pngOf({ side: 9 + i }));
  expect(sent).toMatchObject({ status: 429, data: { lastResult: { initialValue: { words: TOLD.words } } } });
  expect((await send(world, survivor)).status).toBe(303);
});

test("it begins with the words of the journal, and sends nothing by that; a name's page fills in who", async () => {
  const { world, survivor, harasser } = await aCase();
  const { place, day, words } = TOLD;
  const begun = await call(world, page.action, { as: survivor, form: { begin: "journal", place, day, words } });
  expect(begun).toMatchObject({ status: 200, data: { lastResult: { initialValue: { place, day, words } } } });
  expect(await world.read.$count(reports)).toBe(0);
  const url = (name: string) => `/?name=${name}`;
  const filled = await call(world, page.loader, { as: survivor, url: url(toLink(harasser.pseudonymId)) });
  expect(filled.data).toMatchObject({ who: "Thorn" });
  for (const name of ["", "x", toLink(9)])
    expect((await call(world, page.loader, { as: survivor, url: url(name) })).data).toMatchObject({ who: "" });
});

test("a missed deadline goes on to others, and whoever leaves in mid-case leaves a case that can be decided", async () => {
  const { world, moderators, survivor } = await aCase({ steward: true });
  const { caseId } = await told(world, survivor);
  world.later(24 * HOUR);
  expect(await escalateOverdue(world.site, world.now)).toBe(1);
  const [last] = (await world.read.select().from(caseEntries).where(eq(caseEntries.caseId, caseId))).slice(-1);
  expect(last).toMatchObject({ kind: "escalated" });
  const handler = await handlerOf(world, caseId, moderators);
  await leave(world, survivor);
  const noBreach = { outcome: "no-breach", days: undefined, toRespondent: "" } as const;
  expect(await decide(world, handler, caseId, noBreach)).toMatchObject({ ok: true });
});
