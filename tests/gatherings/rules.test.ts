import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOfTurn, whoHasTheFloor } from "~/gatherings/floor";
import { type GatheringState, isOn, mayPass } from "~/gatherings/gathering-states";
import { freeName, maskName } from "~/gatherings/masks";
import { messageHtml, wordsIn } from "~/gatherings/message-text";
import { MINUTE } from "~/platform/time";

describe("a gathering's states", () => {
  const states: GatheringState[] = ["planned", "open", "paused", "ended", "called-off"];
  const allowed = ["planned>open", "planned>called-off", "open>paused", "open>ended", "paused>open", "paused>ended"];
  test.each(states.flatMap((from) => states.map((to) => [from, to] as const)))("%s → %s", (from, to) => {
    expect(mayPass(from, to)).toBe(allowed.includes(`${from}>${to}`));
  });
  test("people are in the room while it is open or paused", () => {
    expect(states.filter(isOn)).toEqual(["open", "paused"]);
  });
});

describe("the floor", () => {
  const at = (text: string) => new Date(`2026-05-04T${text}Z`);
  test("is held for at least the announced time, and to the whole minute", () => {
    expect(endOfTurn(at("13:47:31.123"), 180)).toEqual(at("13:51:00.000"));
    expect(endOfTurn(at("13:47:00.000"), 180)).toEqual(at("13:50:00.000"));
  });
  test("never ends early, and less than a minute late", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 41 }), fc.integer({ min: 60, max: 900 }), (ms, seconds) => {
        const late = endOfTurn(new Date(ms), seconds).getTime() - (ms + seconds * 1000);
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThan(MINUTE);
      }),
    );
  });
  const held = { state: "open", floorSeatId: 7, floorUntil: at("13:50:00.000") };
  test.each([
    ["until a moment before the end", held, "13:49:59.999", 7],
    ["no longer at exactly its end", held, "13:50:00.000", null],
    ["nobody, when nobody was given it", { ...held, floorSeatId: null }, "13:49:00.000", null],
    ["for as long as a pause lasts", { ...held, state: "paused", floorUntil: null }, "18:00:00.000", 7],
    ["not once it has ended", { ...held, state: "ended" }, "13:49:00.000", null],
  ])("is had %s", (_, floor, now, seat) => expect(whoHasTheFloor(floor, at(now))).toBe(seat));
});

describe("what is said, as HTML", () => {
  test.each([
    ["one line", "Good morning", "<p>Good morning</p>"],
    ["lines and paragraphs", "a\nb\r\n\r\n\n c ", "<p>a<br>b</p><p>c</p>"],
    ["nothing", " \n \n", ""],
    ["markup", `<b onclick="x">'&`, "<p>&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;</p>"],
    [
      "an address inside a sentence",
      "see (https://a.example/x?a=1&b=2).",
      '<p>see (<a href="https://a.example/x?a=1&amp;b=2" rel="noopener noreferrer nofollow ugc" class="leaves">https://a.example/x?a=1&amp;b=2</a>).</p>',
    ],
    ["other addresses", "javascript:alert(1) http://a.example", "<p>javascript:alert(1) http://a.example</p>"],
  ])("%s", (_, body, html) => expect(messageHtml(body)).toBe(html));

  test("holds no tag and no quote that the text brought along", () => {
    const nasty = fc.string({ unit: fc.constantFrom(..."<>\"'&/= \nhtps:abj.(){}]") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), nasty), (body) => {
        const rest = messageHtml(body).replace(
          /<\/?p>|<br>|<\/a>|<a href="https:[^"<>]*" rel="noopener noreferrer nofollow ugc" class="leaves">/g,
          "",
        );
        expect(rest).not.toMatch(/[<>"']/);
      }),
      { numRuns: 2000 },
    );
  });
  test("counts words", () => expect(wordsIn("  one two\nthree ")).toBe(3));
});

describe("a mask's name", () => {
  test("is one that nobody in the room has, however full it is", () => {
    const taken = new Set<string>();
    for (let i = 0; i < 300; i++) {
      const name = maskName(i * 7919, taken);
      expect(taken.has(name)).toBe(false);
      taken.add(name);
    }
  });
  test("gives way to nobody: a name that is called the same gets a number", () => {
    expect(freeName("Salix", new Set(["Salix"]))).toBe("Salix (2)");
    expect(freeName("Iris", new Set(["Salix"]))).toBe("Iris");
  });
});
