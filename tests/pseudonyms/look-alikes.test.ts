import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameKeyOf } from "~/pseudonyms/name-key";
import { problemOf, tidyName } from "~/pseudonyms/name-rules";

/**
 * Whoever wants to be taken for somebody else changes a letter that nobody looks at. For every name, every such change must
 * be refused by itself or be the same name to the software, so that it's taken.
 */

/** What looks like a Latin letter, from Unicode's list of confusables and from keyboards: lower case as it is shown. */
const LOOKS_LIKE: Record<string, string> = {
  a: "аɑαａ𝐚ᴀáàâäãåāăąȧạ４4",
  b: "ьЬƅｂ𝐛6",
  c: "сϲⅽｃᴄ𝐜çćč",
  d: "ԁⅾｄ𝐝ďđ",
  e: "еҽｅℯ𝐞éèêëēėęě3",
  f: "ｆ𝐟ẝ",
  g: "ɡցｇ𝐠ğģġ9",
  h: "һհｈ𝐡ĥħ",
  i: "іıιｉ𝐢íìîïīįⅰ1lI|",
  j: "јϳｊ𝐣",
  k: "ｋ𝐤кκķ",
  l: "ⅼｌ𝐥ӏІ1I|łĺļľ",
  m: "ⅿｍ𝐦м",
  n: "ｎ𝐧ոռñńņň",
  o: "оοօｏ𝐨ᴏ0óòôöõøōő",
  p: "рρｐ𝐩",
  q: "ԛｑ𝐪գ",
  r: "гᴦｒ𝐫ŕŗř",
  s: "ѕｓ𝐬ꜱ5śşšș$",
  t: "ｔ𝐭тτţťț7",
  u: "υսｕ𝐮ᴜúùûüūůűų",
  v: "ѵνｖ𝐯ⅴ",
  w: "ԝաｗ𝐰ωŵ",
  x: "хⅹｘ𝐱χ×",
  y: "уүｙ𝐲γýÿŷ",
  z: "ᴢｚ𝐳źżž",
};

const twins = (from: string, to: string): Record<string, string> =>
  Object.fromEntries([...from].map((letter, i) => [letter, [...to][i]!]));
const CYRILLIC = twins("aceopxysijhdqwkmtbr", "асеорхуѕіјһԁԛԝкмтьг");
const GREEK = twins("oavpxuyknie", "οανρχυγκηιε");
const FULL_WIDTH = twins("abcdefghijklmnopqrstuvwxyz", "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ");

const INVISIBLE = [
  ..."\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u061c\u115f\u1160\u17b4\u180e\u202a\u202e\u2066\u2069\u3164\uffa0\u2800\u{e0061}\u{fe00}\u{e0100}",
];
const SPACES = [..." \u00a0\u2003\u2009\u202f\u3000"];

const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
const word = fc.array(letter, { minLength: 3, maxLength: 9 }).map((letters) => letters.join(""));
/** A name that can be had: two plain words. */
const plain = fc
  .tuple(word, word)
  .map((words) => words.join(" "))
  .filter((name) => problemOf(name, "Mossbank") === null);

/** Whether somebody could have both. */
const bothCanBe = (one: string, other: string) =>
  problemOf(tidyName(other), "Mossbank") === null && nameKeyOf(tidyName(other)) !== nameKeyOf(one);

const changedAt = (name: string, at: number, put: string) =>
  [...name].map((sign, i) => (i === at ? put : sign)).join("");

describe("a name that could be taken for another", () => {
  test("one letter that looks like another", () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(plain, fc.nat(), fc.nat(), (name, where, which) => {
        const at = where % name.length;
        const like = [...(LOOKS_LIKE[name[at]!] ?? "")];
        if (!like.length) return;
        const put = like[which % like.length]!;
        if (bothCanBe(name, changedAt(name, at, put))) found.add(`${name[at]} ${put}`);
      }),
      { numRuns: 20_000 },
    );
    expect([...found].sort()).toEqual([]);
  });

  /** Each of these must leave no second name that somebody could have beside the first. */
  const never = (change: (name: string, a: number, b: number) => string, runs = 5_000) => {
    const found: string[] = [];
    fc.assert(
      fc.property(plain, fc.nat(), fc.nat(), (name, a, b) => {
        const changed = change(name, a, b);
        if (bothCanBe(name, changed)) found.push(`${name} / ${changed}`);
      }),
      { numRuns: runs },
    );
    expect(found.slice(0, 10)).toEqual([]);
  };

  test("every letter that has a twin in one other script, at once", () => {
    for (const twins of [CYRILLIC, GREEK, FULL_WIDTH])
      never((name) => [...name].map((sign) => twins[sign] ?? sign).join(""));
  });

  test("signs that nobody sees, anywhere", () => {
    never((name, a, b) => {
      const at = a % (name.length + 1);
      return name.slice(0, at) + INVISIBLE[b % INVISIBLE.length] + name.slice(at);
    });
  });

  test("other spaces, more spaces, spaces elsewhere", () => {
    never((name, a) => name.replace(" ", SPACES[a % SPACES.length]!.repeat(1 + (a % 3))));
    never((name, a) => {
      const bare = name.replace(" ", "");
      const at = 1 + (a % (bare.length - 1));
      return `${bare.slice(0, at)} ${bare.slice(at)}`;
    });
  });

  test("hyphens, dots and apostrophes between the letters", () => {
    never((name, a, b) => {
      const at = 1 + (a % (name.length - 1));
      return name.slice(0, at) + "-.'’"[b % 4] + name.slice(at);
    });
  });

  test("capitals", () => {
    never((name, a) => [...name].map((sign, i) => ((a >> (i % 30)) & 1 ? sign.toUpperCase() : sign)).join(""));
  });

  test("accents, composed or not, one over another", () => {
    const marks = [..."\u0300\u0301\u0303\u0307\u0308\u0323\u0327\u0328\u0335\u0336\u0338\u20d2"];
    never((name, a, b) => {
      const at = 1 + (a % name.length);
      return (name.slice(0, at) + marks[b % marks.length] + name.slice(at)).normalize(a % 2 ? "NFC" : "NFD");
    });
  });

  test("letters that run together", () => {
    const pairs: [string, string][] = [
      ["m", "rn"],
      ["w", "vv"],
      ["d", "cl"],
      ["ae", "æ"],
      ["oe", "œ"],
      ["ss", "ß"],
      ["fi", "ﬁ"],
      ["fl", "ﬂ"],
    ];
    for (const [one, other] of pairs) never((name) => name.replaceAll(one, other), 2_000);
  });
});

describe("a name that speaks for the community", () => {
  const staff = [
    "admin",
    "moderator",
    "moderación",
    "steward",
    "staff",
    "soporte",
    "organizer",
    "mossbank",
    "understory",
  ];
  const twisted = fc
    .tuple(fc.constantFrom(...staff), fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }))
    .map(([name, changes]) =>
      changes.reduce((text, [a, b]) => {
        const at = a % text.length;
        const like = [...(LOOKS_LIKE[text[at]!] ?? ""), text[at]!.toUpperCase()];
        return changedAt(text, at, like[b % like.length]!);
      }, name),
    );

  test("is refused however it is twisted, alone or with a word before or behind", () => {
    const around = fc.constantFrom<[string, string]>(
      ["", ""],
      ["The ", ""],
      ["", " Anna"],
      ["", "-7"],
      ["la ", " real"],
    );
    fc.assert(
      fc.property(twisted, around, (name, [before, behind]) => {
        expect(problemOf(tidyName(before + name + behind), "Mossbank")).not.toBeNull();
      }),
      { numRuns: 5_000 },
    );
  });
});

test("what is shown is what was weighed: no name that passes changes when it's tidied or composed again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (typed) => {
      const name = tidyName(typed);
      if (problemOf(name, "Mossbank")) return;
      expect(tidyName(name)).toBe(name);
      expect(nameKeyOf(name)).toBe(nameKeyOf(name.normalize("NFD")));
      expect(name.replaceAll(" ", "")).not.toMatch(/[\p{Cf}\p{Cc}\p{Co}\p{Cs}\p{Z}]/u);
    }),
    { numRuns: 5_000 },
  );
});
