import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Hand, movedUp, speakerStack } from "~/gatherings/speaker-stack";

const hand = (seatId: number, about: Partial<Hand> = {}): Hand => ({
  seatId,
  turns: 0,
  heard: 0,
  handAt: seatId,
  movedTo: null,
  movedReason: null,
  ...about,
});
const order = (hands: Hand[]) => speakerStack(hands).map((place) => place.seatId);

describe("the speaker stack", () => {
  test.each<[string, Hand[], number[]]>([
    ["is empty when no hand is up", [], []],
    ["asks in the order of hands when nobody has been heard", [hand(2), hand(1), hand(3)], [1, 2, 3]],
    ["puts somebody who hasn't spoken before somebody who has", [hand(1, { turns: 1, heard: 40 }), hand(2)], [2, 1]],
    ["counts turns before words", [hand(1, { turns: 2, heard: 3 }), hand(2, { turns: 1, heard: 300 })], [2, 1]],
    ["counts words between equal turns", [hand(1, { turns: 1, heard: 90 }), hand(2, { turns: 1, heard: 9 })], [2, 1]],
    ["leaves a moved hand where the host put it", [hand(1), hand(2), hand(3, { movedTo: 1 })], [3, 1, 2]],
    ["puts a hand moved beyond the end at the end", [hand(1, { movedTo: 9 }), hand(2)], [2, 1]],
    ["keeps two moved hands both", [hand(1), hand(2, { movedTo: 1 }), hand(3, { movedTo: 2 })], [2, 3, 1]],
  ])("%s", (_, hands, expected) => expect(order(hands)).toEqual(expected));

  test("says why each hand stands where it stands", () => {
    const stack = speakerStack([
      hand(1),
      hand(2),
      hand(3, { turns: 2, heard: 50 }),
      hand(4, { movedTo: 2, movedReason: "Answers what was asked" }),
    ]);
    expect(stack.map(({ seatId, place, why }) => [seatId, place, why])).toEqual([
      [1, 1, { kind: "not-heard-yet" }],
      [4, 2, { kind: "moved", reason: "Answers what was asked" }],
      [2, 3, { kind: "asked-later", turns: 0 }],
      [3, 4, { kind: "heard", turns: 2 }],
    ]);
  });

  test("moves up the hands that stand behind one that has gone", () => {
    expect([movedUp(3, 1), movedUp(1, 1), movedUp(2, 5)]).toEqual([2, 1, 2]);
  });
});

const someHands = fc.uniqueArray(
  fc.record({
    seatId: fc.nat(1000),
    turns: fc.nat(3),
    heard: fc.nat(5),
    handAt: fc.nat(1000),
    movedTo: fc.option(fc.integer({ min: 1, max: 30 }), { freq: 3 }),
    movedReason: fc.constant("because"),
  }),
  { selector: (one) => one.seatId, maxLength: 20 },
);
const hands = someHands.map((list) => list.map((one, i) => ({ ...one, handAt: i * 7 + 1 })));

describe("whatever hands are up", () => {
  test("each stands in the stack once, at places counted from 1", () => {
    fc.assert(
      fc.property(hands, (list) => {
        const stack = speakerStack(list);
        expect(stack.map(({ seatId }) => seatId).sort()).toEqual(list.map(({ seatId }) => seatId).sort());
        expect(stack.map(({ place }) => place)).toEqual(list.map((_, i) => i + 1));
      }),
    );
  });

  test("of those nobody moved, the least heard comes first, then the earlier hand", () => {
    fc.assert(
      fc.property(hands, (list) => {
        const bySeat = new Map(list.map((one) => [one.seatId, one]));
        const fair = speakerStack(list)
          .filter(({ why }) => why.kind !== "moved")
          .map(({ seatId }) => bySeat.get(seatId)!);
        for (const [i, next] of fair.slice(1).entries()) {
          const before = fair[i]!;
          const sooner = before.turns - next.turns || before.heard - next.heard || before.handAt - next.handAt;
          expect(sooner).toBeLessThan(0);
        }
      }),
    );
  });

  test("the order in which they are handed in changes nothing", () => {
    fc.assert(
      fc.property(hands, (list) => {
        expect(speakerStack([...list].reverse())).toEqual(speakerStack(list));
      }),
    );
  });

  test("a single moved hand stands where it was put, or last", () => {
    fc.assert(
      fc.property(hands, fc.integer({ min: 1, max: 30 }), (list, to) => {
        const fair = list.map((one) => ({ ...one, movedTo: null }));
        const moved = hand(5000, { handAt: 5000, movedTo: to, movedReason: "because" });
        const place = speakerStack([...fair, moved]).find(({ seatId }) => seatId === 5000)!.place;
        expect(place).toBe(Math.min(to, fair.length + 1));
      }),
    );
  });
});
