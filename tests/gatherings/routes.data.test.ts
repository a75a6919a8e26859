import { expect, test } from "vitest";
import { gatherings } from "#db/schema";
import { toLink } from "~/platform/ids";
import * as list from "~/routes/gatherings._index";
import * as room from "~/routes/gatherings.$gathering";
import * as plan from "~/routes/gatherings.new";
import { call } from "../support/call";
import type { Person } from "../support/world";
import { openHall } from "./room";

async function hallPages(about: Parameters<typeof openHall>[0] = {}) {
  const hall = await openHall(about);
  const params = { gathering: toLink(hall.gatheringId) };
  return {
    ...hall,
    world: hall.world,
    page: (as: Person | null, url = "/") => call(hall.world, room.loader, { as, params, url }),
    press: (as: Person | null, form: Record<string, string>) => call(hall.world, room.action, { as, params, form }),
  };
}

const form = (hall: Awaited<ReturnType<typeof hallPages>>, more: Record<string, string> = {}) => ({
  space: toLink(hall.space.id),
  as: "1",
  title: "Another evening",
  purpose: "To go on",
  groundRules: "Listen.",
  day: "2026-05-06",
  time: "18:30",
  zone: "-5",
  length: "60",
  turn: "3",
  sideChannel: "on",
  ...more,
});

test("the list is for everybody, the plan for those who may host", async () => {
  const hall = await hallPages();
  expect(await call(hall.world, list.loader, { as: null })).toMatchObject({ status: 200, data: { mayPlan: false } });
  expect((await call(hall.world, plan.loader, { as: null })).status).toBe(401);
  expect((await call(hall.world, plan.loader, { as: hall.iris })).status).toBe(404);
  expect((await call(hall.world, plan.loader, { as: hall.alder })).status).toBe(200);
});

test("a plan is read in its zone and leads to its page", async () => {
  const hall = await hallPages();
  const answer = await call(hall.world, plan.action, { as: hall.alder, form: form(hall) });
  expect(answer.status).toBe(303);
  const rows = await hall.read.select().from(gatherings);
  const made = rows.find((row) => answer.headers.get("location") === `/gatherings/${toLink(row.id)}`)!;
  expect(made).toMatchObject({ title: "Another evening", starts: new Date("2026-05-06T23:30:00Z"), turnSeconds: 180 });
});

test.each<[string, Record<string, string>]>([
  ["nothing", { title: "", purpose: "" }],
  ["far too much", { title: "x".repeat(5000), purpose: "x".repeat(50_000) }],
  ["no day", { day: "soon" }],
  ["a day that isn't", { day: "2026-13-45" }],
  ["a day that is past", { day: "2020-01-01" }],
  ["an endless length", { length: "1e99" }],
  ["a space that is none", { space: "%00" }],
  ["somebody else's slot", { as: "5" }],
  ["an unknown co-host", { coHosts: "Nobody At All" }],
])("a plan with %s is sent back with what was written", async (_, wrong) => {
  const hall = await hallPages();
  const answer = await call(hall.world, plan.action, { as: hall.alder, form: form(hall, wrong) });
  expect(answer.status).toBe(422);
  expect(answer.data).toMatchObject({ lastResult: { initialValue: { groundRules: "Listen." } } });
  expect(await hall.read.$count(gatherings)).toBe(1);
});

test("malformed and unknown addresses lead nowhere", async () => {
  const hall = await hallPages();
  for (const gathering of ["", "x", "../x", "0".repeat(11), "0".repeat(4000)]) {
    expect((await call(hall.world, room.loader, { as: hall.iris, params: { gathering } })).status).toBe(404);
    const pressed = await call(hall.world, room.action, {
      as: hall.iris,
      params: { gathering },
      form: { deed: "leave" },
    });
    expect(pressed.status).toBe(404);
  }
});

test("the whole way in by posting forms", async () => {
  const hall = await hallPages();
  expect((await hall.press(hall.alder, { deed: "open" })).status).toBe(303);
  expect((await hall.press(hall.iris, { deed: "enter", as: "mask" })).status).toBe(422);
  expect((await hall.press(hall.iris, { deed: "enter", as: "mask", agreed: "on" })).status).toBe(303);
  hall.later(2000);
  expect((await hall.press(hall.iris, { deed: "write", channel: "side", body: "Hello" })).status).toBe(303);
  const { data } = await hall.page(hall.iris);
  expect(data).toMatchObject({ view: { room: { messages: [{ html: "<p>Hello</p>", mine: true }] } } });
});

test("what is refused comes back with its text and its status", async () => {
  const hall = await hallPages();
  await hall.open();
  await hall.enter(hall.iris);
  hall.later(2000);
  const late = await hall.press(hall.iris, { deed: "write", channel: "floor", body: "A long thought" });
  expect(late).toMatchObject({
    status: 409,
    data: { refusal: { reason: "not-your-turn" }, kept: { body: "A long thought" } },
  });
  const long = await hall.press(hall.iris, { deed: "write", channel: "side", body: "x".repeat(4000) });
  expect(long).toMatchObject({ status: 413, data: { kept: { body: "x".repeat(4000) } } });
  for (const body of ["One", "Two", "Three"]) await hall.press(hall.iris, { deed: "write", channel: "side", body });
  const fast = await hall.press(hall.iris, { deed: "write", channel: "side", body: "Four" });
  expect(fast).toMatchObject({ status: 429, data: { kept: { body: "Four" } } });
  expect(fast.headers.get("retry-after")).toBe("5");
});

test.each<[string, Record<string, string>]>([
  ["nothing", {}],
  ["an unknown deed", { deed: "burn-it-down" }],
  ["a deed of the prototype", { deed: "__proto__" }],
  ["a seat that is none", { deed: "mute", seat: "nobody" }],
  ["a place that is none", { deed: "move-in-stack", seat: toLink(5), to: "first", reason: "so" }],
  ["an answer that is none", { deed: "answer", about: "question", answer: "maybe" }],
])("a press of %s is answered with 422", async (_, sent) => {
  const hall = await hallPages();
  await hall.open();
  expect((await hall.press(hall.alder, sent)).status).toBe(422);
});

test("guests are asked to sign in; strangers to a circle find nothing", async () => {
  const hall = await hallPages();
  expect((await hall.press(null, { deed: "come", coming: "on" })).status).toBe(401);
  const circle = await hallPages({ kind: "circle" });
  expect((await circle.page(circle.wren)).status).toBe(404);
  expect((await circle.press(circle.wren, { deed: "come", coming: "on" })).status).toBe(404);
});

test("only the page that looks on reloads by itself", async () => {
  const hall = await hallPages();
  await hall.open();
  await hall.enter(hall.iris);
  expect((await hall.page(hall.iris)).headers.get("refresh")).toBeNull();
  expect((await hall.page(hall.iris, "/?watch")).headers.get("refresh")).toBe("15");
  expect((await hall.page(hall.wren, "/?watch")).headers.get("refresh")).toBeNull();
});
