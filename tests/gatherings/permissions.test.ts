import { describe, expect, test } from "vitest";
import { guest, type Member, type Viewer } from "~/accounts/viewer";
import type { GatheringState } from "~/gatherings/gathering-states";
import {
  canAnswer,
  canBeInRoom,
  canHandOver,
  canMove,
  canPassDoor,
  canPlan,
  canRaiseHand,
  canRestrain,
  canRunRoom,
  canSayComing,
  canSummarise,
  canWrite,
  type Facts,
  type Place,
  type Verdict,
} from "~/gatherings/permissions";

const member = (about: Partial<Member> = {}): Member => ({
  kind: "member",
  accountId: 1,
  sessionId: "s",
  standing: "member",
  younger: false,
  language: null,
  theme: null,
  slot: 1,
  pseudonyms: [{ id: 10, slot: 1, name: "Iris", leaf: 1, state: "active" }],
  offices: [],
  sanctions: [],
  ...about,
});
const sanctioned = (kind: "mute" | "suspension") =>
  member({
    sanctions: [{ id: 1, pseudonymId: 10, caseId: 1, kind, agreement: "a", reasons: "r", until: null }],
  });
const office = (name: "organizer" | "moderator" | "steward") =>
  member({ offices: [{ office: name, pseudonymId: 10 }] });

const open: Place = { seen: true, hostedCircle: false };
const circle = (viewerIs: "no" | "in" | "host"): Place => ({
  seen: viewerIs !== "no",
  hostedCircle: viewerIs === "host",
});
const facts = (about: Partial<Facts> = {}): Facts => ({
  state: "open",
  doorLocked: false,
  sideChannel: true,
  hosting: null,
  seat: null,
  ...about,
});
const seat = (state: "in" | "left" | "muted" | "removed" = "in", more = {}) => ({
  state,
  hasFloor: false,
  handUp: false,
  ...more,
});
const says = (verdict: Verdict) => (verdict.ok ? "yes" : verdict.reason);

describe("who plans one", () => {
  test.each<[string, Viewer, Place, string]>([
    ["a guest", guest, open, "sign-in-first"],
    ["a member", member(), open, "not-allowed"],
    ["an established member, in an open space", member({ standing: "established" }), open, "not-allowed"],
    ["an organizer", office("organizer"), open, "yes"],
    ["a moderator", office("moderator"), open, "not-allowed"],
    ["an organizer, in a circle of others", office("organizer"), circle("no"), "not-found"],
    ["an organizer, in a circle they're in", office("organizer"), circle("in"), "yes"],
    ["a circle's host, not yet established", member(), circle("host"), "too-new"],
    ["an established host of the circle", member({ standing: "established" }), circle("host"), "yes"],
    ["an established member of the circle", member({ standing: "established" }), circle("in"), "not-allowed"],
    ["a suspended organizer", { ...sanctioned("suspension"), offices: office("organizer").offices }, open, "suspended"],
  ])("%s", (_, viewer, place, expected) => expect(says(canPlan(viewer, place))).toBe(expected));
});

describe("who comes in", () => {
  test.each<[string, Viewer, Partial<Facts>, string]>([
    ["a guest", guest, {}, "sign-in-first"],
    ["a member", member(), {}, "yes"],
    ["a member, before it opens", member(), { state: "planned" }, "not-open-yet"],
    ["a member, after its end", member(), { state: "ended" }, "closed"],
    ["a member, in a pause", member(), { state: "paused" }, "yes"],
    ["a member, at a locked door", member(), { doorLocked: true }, "door-locked"],
    ["a seat that left, at a locked door", member(), { doorLocked: true, seat: seat("left") }, "yes"],
    ["a co-host, at a locked door", member(), { doorLocked: true, hosting: "co-host" }, "yes"],
    ["a removed seat", member(), { seat: seat("removed") }, "seat-removed"],
    ["a muted account (to listen)", sanctioned("mute"), {}, "yes"],
    ["a suspended account", sanctioned("suspension"), {}, "suspended"],
    ["a younger account", member({ younger: true }), {}, "yes"],
  ])("%s", (_, viewer, about, expected) => expect(says(canPassDoor(viewer, facts(about)))).toBe(expected));
});

describe("who is heard", () => {
  type Row = [string, Viewer, Partial<Facts>, { floor: string; side: string; host: string; hand: string }];
  const none = (reason: string) => ({ floor: reason, side: reason, host: reason, hand: reason });
  test.each<Row>([
    ["a guest", guest, {}, none("sign-in-first")],
    ["a member outside", member(), {}, none("not-in-the-room")],
    ["a seat that left", member(), { seat: seat("left") }, none("not-in-the-room")],
    ["a removed seat", member(), { seat: seat("removed") }, none("seat-removed")],
    ["a muted seat", member(), { seat: seat("muted") }, none("seat-muted")],
    ["a muted account", sanctioned("mute"), { seat: seat() }, none("muted")],
    ["a suspended account", sanctioned("suspension"), { seat: seat() }, none("suspended")],
    ["a suspended host", sanctioned("suspension"), { seat: seat(), hosting: "host" }, none("suspended")],
    ["somebody before it opens", member(), { state: "planned" }, none("not-open-yet")],
    ["somebody after its end", member(), { state: "ended", seat: seat() }, none("closed")],
    ["a seat", member(), { seat: seat() }, { floor: "not-your-turn", side: "yes", host: "not-allowed", hand: "yes" }],
    [
      "a seat whose hand is up",
      member(),
      { seat: seat("in", { handUp: true }) },
      { floor: "not-your-turn", side: "yes", host: "not-allowed", hand: "already-done" },
    ],
    [
      "whoever has the floor",
      member(),
      { seat: seat("in", { hasFloor: true }) },
      { floor: "yes", side: "yes", host: "not-allowed", hand: "already-done" },
    ],
    [
      "a seat, the side channel closed",
      member(),
      { seat: seat(), sideChannel: false },
      { floor: "not-your-turn", side: "side-closed", host: "not-allowed", hand: "yes" },
    ],
    [
      "a seat in a pause",
      member(),
      { seat: seat("in", { hasFloor: true }), state: "paused" },
      { floor: "paused", side: "paused", host: "not-allowed", hand: "already-done" },
    ],
    [
      "a host in a pause",
      member(),
      { seat: seat(), state: "paused", hosting: "host" },
      { floor: "paused", side: "paused", host: "yes", hand: "yes" },
    ],
    [
      "a co-host, the side channel closed",
      member(),
      { seat: seat(), sideChannel: false, hosting: "co-host" },
      { floor: "not-your-turn", side: "yes", host: "yes", hand: "yes" },
    ],
    [
      "a moderator with a seat",
      office("moderator"),
      { seat: seat() },
      { floor: "not-your-turn", side: "yes", host: "not-allowed", hand: "yes" },
    ],
  ])("%s", (_, viewer, about, expected) => {
    const room = facts(about);
    expect({
      floor: says(canWrite(viewer, room, "floor")),
      side: says(canWrite(viewer, room, "side")),
      host: says(canWrite(viewer, room, "host")),
      hand: says(canRaiseHand(viewer, room)),
    }).toEqual(expected);
  });
});

describe("who runs the room", () => {
  type Row = [string, Viewer, Partial<Facts>, { run: string; restrain: string; handOver: string; end: string }];
  const none = (reason: string) => ({ run: reason, restrain: reason, handOver: reason, end: reason });
  test.each<Row>([
    ["a guest", guest, {}, none("sign-in-first")],
    ["a seat", member(), { seat: seat() }, none("not-allowed")],
    ["an organizer of other gatherings", office("organizer"), { seat: seat() }, none("not-allowed")],
    ["a moderator", office("moderator"), { seat: seat() }, none("not-allowed")],
    ["the host", member(), { hosting: "host" }, { run: "yes", restrain: "yes", handOver: "yes", end: "yes" }],
    [
      "a co-host",
      member(),
      { hosting: "co-host" },
      { run: "yes", restrain: "yes", handOver: "not-allowed", end: "yes" },
    ],
    ["a suspended host", sanctioned("suspension"), { hosting: "host" }, none("suspended")],
    ["the host, before it opens", member(), { hosting: "host", state: "planned" }, none("not-open-yet")],
    [
      "the host, after its end",
      member(),
      { hosting: "host", state: "ended" },
      { ...none("closed"), end: "already-done" },
    ],
  ])("%s", (_, viewer, about, expected) => {
    const room = facts(about);
    expect({
      run: says(canRunRoom(viewer, room)),
      restrain: says(canRestrain(viewer, room, { isHost: false })),
      handOver: says(canHandOver(viewer, room)),
      end: says(canMove(viewer, room, "ended")),
    }).toEqual(expected);
  });

  test("nobody mutes or removes a host", () => {
    expect(says(canRestrain(member(), facts({ hosting: "host" }), { isHost: true }))).toBe("not-allowed");
  });

  const states: [GatheringState, GatheringState, string][] = [
    ["planned", "open", "yes"],
    ["planned", "called-off", "yes"],
    ["planned", "ended", "not-open-yet"],
    ["open", "paused", "yes"],
    ["open", "open", "already-done"],
    ["open", "called-off", "closed"],
    ["ended", "open", "closed"],
    ["called-off", "open", "closed"],
  ];
  test.each(states)("a host moves it from %s to %s: %s", (from, to, expected) => {
    expect(says(canMove(member(), facts({ hosting: "host", state: from }), to))).toBe(expected);
  });
});

describe("who answers, comes, and sums up", () => {
  test.each<[string, Verdict, string]>([
    ["a guest says they'll come", canSayComing(guest, facts({ state: "planned" })), "sign-in-first"],
    ["a member says they'll come", canSayComing(member(), facts({ state: "planned" })), "yes"],
    ["a member says so too late", canSayComing(member(), facts()), "closed"],
    ["a seat answers a question", canAnswer(member(), facts({ seat: seat() }), "question"), "yes"],
    ["a muted seat answers a question", canAnswer(member(), facts({ seat: seat("muted") }), "question"), "seat-muted"],
    ["a stranger answers a summary", canAnswer(member(), facts({ state: "ended" }), "summary"), "not-in-the-room"],
    [
      "somebody who was there answers a summary",
      canAnswer(member(), facts({ state: "ended", seat: seat("left") }), "summary"),
      "yes",
    ],
    ["somebody answers it too early", canAnswer(member(), facts({ seat: seat() }), "summary"), "closed"],
    ["the host sums up", canSummarise(member(), facts({ state: "ended", hosting: "host" })), "yes"],
    ["a seat sums up", canSummarise(member(), facts({ state: "ended", seat: seat() })), "not-allowed"],
    ["a seat is in the room", canBeInRoom(member(), facts({ seat: seat("muted") })), "yes"],
  ])("%s", (_, verdict, expected) => expect(says(verdict)).toBe(expected));
});
