import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { circleOf, type Naming, NEEDED, RESTS, whomToTell } from "~/journal/match/match-rule";
import { LONGEST_NAME, organisationName } from "~/journal/match/organisation-name";
import { HOUR, plus } from "~/platform/time";

const NOW = new Date("2026-05-04T13:00:00Z");
let next = 1;

/** Somebody who named it long ago and shares nothing with anybody, but for what is said. */
function naming(origin: Partial<Naming["origin"]> = {}, about: Partial<Omit<Naming, "origin">> = {}): Naming {
  const id = next++;
  const apart = { account: id, branch: id, joinedWeek: id };
  return {
    id,
    origin: { ...apart, ...origin },
    standing: "established",
    sanctioned: false,
    named: plus(NOW, -RESTS),
    ...about,
  };
}
const some = (count: number, origin: Partial<Naming["origin"]> = {}, about: Partial<Omit<Naming, "origin">> = {}) =>
  Array.from({ length: count }, () => naming(origin, about));
const told = (namings: Naming[]) => whomToTell(namings, NOW)?.length ?? 0;

describe("who is told that there are others", () => {
  test.each<[string, Naming[], number]>([
    ["nobody named it", [], 0],
    ["four did", some(4), 0],
    ["five did", some(5), 5],
    ["nine did: five of them are", some(9), 5],
    ["five of one branch", some(5, { branch: 7 }), 0],
    ["four, and one that has no branch", [...some(4), naming({ branch: null })], 0],
    ["four, and one who isn't established yet", [...some(4), naming({}, { standing: "member" })], 0],
    ["four, and one who came the same week as another", [...some(3), ...some(2, { joinedWeek: 900 })], 0],
    ["four, and one of a burst of arrivals with another", [...some(3), ...some(2, { burst: 3 })], 0],
    ["four, and one of a small circle with another", [...some(3), ...some(2, { circles: [{ id: 1, size: 6 }] })], 0],
  ])("%s", (_, namings, count) => {
    expect(told(namings)).toBe(count);
  });

  test("of people tied to each other it is one, whoever came first", () => {
    const tied = some(3, { branch: 7 });
    const all = [...some(4), ...tied];
    const ids = whomToTell(all, NOW)!;
    expect(ids.filter((id) => tied.some((one) => one.id === id))).toHaveLength(1);
    expect(whomToTell([...all].reverse(), NOW)).toEqual(ids);
  });

  test("more people of groups that count already never make a match", () => {
    const branch = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.array(branch, { maxLength: 60 }), (branches) => {
        expect(
          whomToTell(
            branches.map((one) => naming({ branch: one })),
            NOW,
          ),
        ).toBeNull();
      }),
    );
  });
});

describe("abuse", () => {
  test("bait by two: with two real people they hear nothing, and neither do those", () => {
    expect(told([...some(2), ...some(2)])).toBe(0);
  });

  test("bait by a branch of fifty: it counts once", () => {
    expect(told([...some(50, { branch: 7 }), ...some(3)])).toBe(0);
  });

  test("by a moderator, or anybody else, under sanction: not counted, not told", () => {
    const out = naming({}, { sanctioned: true });
    expect(told([...some(4), out])).toBe(0);
    expect(whomToTell([out, ...some(5)], NOW)).not.toContain(out.id);
  });

  test("by one person with five names: their account names it once", () => {
    const account = 4711;
    expect(told([...some(5, { account }), ...some(3)])).toBe(0);
  });

  test("trying names: the answer comes a week later", () => {
    const fresh = naming({}, { named: plus(NOW, HOUR - RESTS) });
    const others = some(4);
    expect(whomToTell([...others, fresh], NOW)).toBeNull();
    expect(whomToTell([...others, fresh], plus(NOW, HOUR))).toHaveLength(NEEDED);
  });

  test("what it can't stop, said plainly: four patient people of four branches hear of a fifth", () => {
    expect(told([...some(4), naming()])).toBe(5);
  });
});

describe("a circle", () => {
  const until = plus(NOW, HOUR);
  test.each<[string, Parameters<typeof circleOf>[0], Date, string]>([
    ["all said yes", ["yes", "yes", "yes", "yes", "yes"], NOW, "opens"],
    ["one hasn't answered", ["yes", "yes", "yes", "yes", null], NOW, "waits"],
    ["one said no", ["yes", "yes", "yes", "yes", "no"], NOW, "ends"],
    ["the time is over", ["yes", "yes", "yes", "yes", null], until, "ends"],
    ["one has left", ["yes", "yes", "yes", "yes"], NOW, "ends"],
    ["nobody is there", [], NOW, "ends"],
  ])("%s", (_, answers, now, becomes) => {
    expect(circleOf(answers, until, now)).toBe(becomes);
  });
});

describe("the name of an organisation", () => {
  test.each([
    ["The River Project, Inc.", "river project"],
    ["  RIVER   PROJECT ", "river project"],
    ["River-Project e. V.", "river project"],
    ["La Fundación del Río, S.L.", "fundacion del rio"],
    ["Ríver’s Projéct", "rivers project"],
    ["Ｒｉｖｅｒ & Co", "river"],
    ["Limited", "limited"],
    ["Проект Река", "проект река"],
    ["河流项目", "河流项目"],
  ])("%s is compared as %s", (typed, name) => {
    expect(organisationName(typed)).toBe(name);
  });

  test.each(["", "  ", "A.", "!!!", "x".repeat(LONGEST_NAME + 1), "y".repeat(100_000)])("%# tells nothing", (typed) => {
    expect(organisationName(typed)).toBeNull();
  });

  test("whatever is typed, the form that's compared is compared as itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (typed) => {
        const name = organisationName(typed);
        if (name !== null) expect(organisationName(name)).toBe(name);
      }),
      { numRuns: 2_000 },
    );
  });
});
