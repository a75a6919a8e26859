import fc from "fast-check";
import { expect, test } from "vitest";
import { guest, type Member, type Office } from "~/accounts/viewer";
import { handlingSlot, handlingSlots } from "~/cases/shifts/own-shift";
import { type Readiness, readyAmong } from "~/cases/shifts/readiness";
import { backOnAfter, isAway, startOfWeek, tooFewFor, weeksAhead } from "~/cases/shifts/rules";
import { withoutNames } from "~/cases/shifts/without-names";
import { DAY, HOUR, plus, weekOf } from "~/platform/time";

const one = (id: number, about: Partial<Readiness> = {}): Readiness => ({
  id,
  away: false,
  takes: true,
  load: 0,
  ...about,
});

test("a case is dealt among those who are here and take such conduct", () => {
  expect(readyAmong([one(1), one(2), one(3, { takes: false }), one(4, { away: true })], [])).toEqual([1, 2]);
});

test("where fewer than two take it, those who would rather not fill up: who has it already, then who has the fewest", () => {
  const all = [one(1), one(2, { takes: false, load: 5 }), one(3, { takes: false, load: 1 })];
  expect(readyAmong(all, [])).toEqual([1, 3]);
  expect(readyAmong(all, [2])).toEqual([1, 2]);
});

test("where everybody would rather not, two of them get it all the same", () => {
  const all = [1, 2, 3, 4].map((id) => one(id, { takes: false, load: id }));
  expect(readyAmong(all, [])).toEqual([1, 2]);
});

test("equal loads are broken by what was drawn, not by who was there first", () => {
  const all = [1, 2, 3].map((id) => one(id, { takes: false }));
  expect(readyAmong(all, [], { tiebreak: (id) => -id })).toEqual([3, 2]);
});

test("whoever rests is never among them, whoever takes it always is, and nobody comes twice", () => {
  const person = fc.record({ away: fc.boolean(), takes: fc.boolean(), load: fc.nat(20) });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 20 }), fc.array(fc.nat(20)), (people, held) => {
      const all = people.map((about, id) => ({ id, ...about }));
      const ready = readyAmong(all, held);
      expect(new Set(ready).size).toBe(ready.length);
      for (const { id, away, takes } of all) {
        if (away) expect(ready).not.toContain(id);
        else if (takes) expect(ready).toContain(id);
      }
      const here = all.filter((someone) => !someone.away).length;
      expect(ready.length).toBeGreaterThanOrEqual(Math.min(2, here));
    }),
  );
});

const now = new Date("2026-05-04T13:47:00Z");

test("a break of so many days frees as many whole days at least, and ends at midnight", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(7 * 24), (days, hours) => {
      const begun = plus(now, hours * HOUR);
      const back = backOnAfter(days, begun);
      expect(back.getTime() % DAY).toBe(0);
      expect(back.getTime() - begun.getTime()).toBeGreaterThanOrEqual(days * DAY);
      expect(back.getTime() - begun.getTime()).toBeLessThan((days + 1) * DAY);
      expect([isAway(back, plus(back, -1)), isAway(back, back), isAway(null, begun)]).toEqual([true, false, false]);
    }),
  );
});

test("weeks begin on Mondays, and the first that can be taken is this one", () => {
  expect(startOfWeek(weekOf(now)).toISOString()).toBe("2026-05-04T00:00:00.000Z");
  expect(weeksAhead(now)[0]).toBe(weekOf(now));
  for (const week of weeksAhead(now)) expect(weekOf(startOfWeek(week))).toBe(week);
});

test("a warning is for urgent conduct that fewer than two others take", () => {
  expect(tooFewFor(["outing", "threat", "slur"], (conduct) => (conduct === "threat" ? 2 : 1))).toEqual(["outing"]);
});

const member = (offices: { office: Office; pseudonymId: number }[], about: Partial<Member> = {}): Member => ({
  kind: "member",
  accountId: 1,
  sessionId: "s",
  standing: "established",
  younger: false,
  language: null,
  theme: null,
  slot: 1,
  pseudonyms: [11, 12, 13].map((id, i) => ({ id, slot: i + 1, name: `Name ${id}`, leaf: 1, state: "active" })),
  offices,
  sanctions: [],
  ...about,
});

const muted = { id: 1, pseudonymId: 12, caseId: 1, kind: "mute", agreement: "a", reasons: "", until: null } as const;

test.each<[string, Parameters<typeof handlingSlots>[0], number[]]>([
  ["a guest", guest, []],
  ["a member", member([]), []],
  ["an organizer", member([{ office: "organizer", pseudonymId: 11 }]), []],
  ["a moderator", member([{ office: "moderator", pseudonymId: 12 }]), [2]],
  ["a steward", member([{ office: "steward", pseudonymId: 13 }]), [3]],
  [
    "somebody with two offices under one name",
    member([
      { office: "moderator", pseudonymId: 12 },
      { office: "steward", pseudonymId: 12 },
    ]),
    [2],
  ],
  [
    "somebody with two offices under two names",
    member([
      { office: "moderator", pseudonymId: 13 },
      { office: "steward", pseudonymId: 11 },
    ]),
    [1, 3],
  ],
  ["a moderator who is muted", member([{ office: "moderator", pseudonymId: 12 }], { sanctions: [muted] }), []],
])("%s arranges work for the names in slots %3$j", (_, viewer, slots) => {
  expect(handlingSlots(viewer).map((own) => own.slot)).toEqual(slots);
  for (const slot of [1, 2, 3, 4, 5]) expect(handlingSlot(viewer, slot)?.slot === slot).toBe(slots.includes(slot));
  expect(handlingSlot(viewer)?.slot).toBe(slots[0]);
});

test.each([
  ["Thorn wrote again, @thorn knows", "[they] wrote again, [they] knows"],
  ["THORN's friend", "[they]'s friend"],
  ["thorny, hawthorn, Thorn2", "thorny, hawthorn, Thorn2"],
  ["Grey  Heron and grey\nheron", "[they] and [they]"],
  ["nobody here", "nobody here"],
  ["", ""],
])("names are taken out of a note: %j", (note, shown) => {
  expect(withoutNames(note, ["Thorn", "Grey Heron", " "], "[they]")).toBe(shown);
});

test("a name is taken out whatever signs are in it, and so is what stands for it", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30, unit: "grapheme" }), (name) => {
      fc.pre(name.normalize("NFC").trim().length > 0);
      // Spaces stand around it: no name that was trimmed begins or ends with one.
      expect(withoutNames(` ${name.trim()} `, [name], "$&")).toBe(" $& ");
      expect(() => withoutNames(name, [name, "a(b", "[", "$1"], "x")).not.toThrow();
    }),
  );
});
