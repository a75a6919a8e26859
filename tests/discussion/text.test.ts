import fc from "fast-check";
import sanitizeHtml from "sanitize-html";
import { expect, test } from "vitest";
import { namesPerhapsCalled, readings } from "~/discussion/text/mentions";
import { renderText } from "~/discussion/text/render-text.server";
import { LONGEST_TEXT, tidyLine, tidyText } from "~/discussion/text/tidy-text";

const around = {
  topic: "/t/0123456789a",
  pageOfName: (name: string) => (name === "Quiet Fern" ? { id: 7, href: "/p/00000000007" } : null),
};
const html = (text: string) => renderText(tidyText(text), around).html;

/** What may stand in stored HTML, written down a second time and not taken from the renderer. */
const TAG =
  /^<(?:\/?(?:p|strong|em|s|code|pre|blockquote|ul|li|table|thead|tbody|tr|th|td|h[3-6])|ol(?: start="\d+")?|\/ol|[bh]r \/|\/?span|span class="leaving-to"|\/a|a href="(?:https:\/\/|mailto:)[^"<>]*" class="leaving" rel="nofollow ugc noopener noreferrer"|a href="\/[pt]\/[0-9a-z]{11}(?:\/\d+)?" class="(?:mention|post-ref)")>$/;

function expectHarmless(rendered: string) {
  const tags = rendered.match(/<[^>]*>?/g) ?? [];
  for (const tag of tags) expect(tag).toMatch(TAG);
}

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<a href='javascript:alert(1)'>x</a>",
  "<style>*{display:none}</style>",
  "<iframe src=https://evil.example></iframe>",
  "<p id=main class=button>x</p>",
  "<!-- <script>alert(1)</script> -->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\u0000script:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](\tjavascript:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](http://plain.example)",
  "[x](//evil.example)",
  "[x](/leave)",
  "[x](/\\evil.example)",
  "[x](https:evil.example)",
  "[x](file:///etc/passwd)",
  "[x](blob:https://evil.example)",
  "[x](ftp://evil.example)",
  '[x](<https://evil.example/" onmouseover=alert(1) x=">)',
  '[x](https://evil.example "onload=alert(1)")',
  "[x](https://evil.example/'\"><script>alert(1)</script>)",
  "<javascript:alert(1)>",
  "<https://evil.example/<script>>",
  "![x](https://evil.example/pixel.png)",
  "![x](javascript:alert(1))",
  "![x][1]\n\n[1]: https://evil.example/pixel.png",
  "[x]: javascript:alert(1)\n\n[x]",
  "```html\n<script>alert(1)</script>\n```",
  '```" onclick=alert(1)\nx\n```',
  "`<img src=x onerror=alert(1)>`",
  "    <script>alert(1)</script>",
  "|<script>|b|\n|-|-|\n|<img src=x onerror=alert(1)>|2|",
  "# <b onmouseover=alert(1)>x</b> {#id .class}",
  "x {: #id .class onclick=alert(1) }",
  "@Quiet Fern<script>alert(1)</script>",
  "@<img src=x onerror=alert(1)>",
  "#1<script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;script&#62;",
  "mailto:a@b.c?subject=<script>",
  '[x](mailto:a@b.c"onclick=alert(1))',
  "<plaintext>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "<x:script xmlns:x=http://www.w3.org/1999/xhtml>alert(1)</x:script>",
  "\u202e<script>\u202c",
  "<scr\u200bipt>alert(1)</scr\u200bipt>",
  'https://evil.example/"onmouseover="alert(1)',
  "[![x](https://e.example/a.png)](https://e.example)",
  "[a](https://a.example)[b](javascript:x)<b>",
])("nothing but plain marks comes out of %j", (attack) => {
  expectHarmless(html(attack));
});

test("whatever is written comes out harmless, and the same again", () => {
  const marks = fc.constantFrom(
    ..."< > \" ' & ` * _ ~ [ ] ( ) ! # | \\ \n \n\n @ - + 1. ``` https:// javascript: mailto: data: <script> <img onerror= @Quiet #1 &lt; &#x3c; \u202e \u200d \u0301".split(
      " ",
    ),
    "    ",
    "@Quiet Fern",
    "> ",
    "|-|-|\n",
  );
  const written = fc.array(fc.oneof(marks, fc.string({ unit: "grapheme", maxLength: 12 })), { maxLength: 60 });
  fc.assert(
    fc.property(written, (parts) => {
      const text = tidyText(parts.join(""));
      expect(tidyText(text)).toBe(text);
      const once = renderText(text, around).html;
      expectHarmless(once);
      expect(renderText(text, around).html).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["deep quotes", ">".repeat(LONGEST_TEXT)],
  ["deep lists", `${"- ".repeat(5000)}x`],
  ["open brackets", "[".repeat(LONGEST_TEXT)],
  ["open links", "[a](".repeat(5000)],
  ["pictures", "![".repeat(10_000)],
  ["stars", "*a_ ".repeat(5000)],
  ["fences of growing length", Array.from({ length: 190 }, (_, i) => "`".repeat(i)).join("x")],
  ["a table of nothing", `${"|".repeat(5000)}\n${"|-".repeat(2500)}\n${"|a\n".repeat(2500)}`],
  ["a table that pads its rows", `${"|a".repeat(200)}|\n${"|-".repeat(200)}|\n${"|\n".repeat(9000)}`],
  ["a reference that repeats a long address", `[a]: https://${"x".repeat(9000)}\n\n${"[a]".repeat(3000)}`],
  ["names", "@a a a ".repeat(2800)],
  ["addresses", "https://a.bc ".repeat(1500)],
  ["lesser-thans", "<".repeat(LONGEST_TEXT)],
  ["marks on a letter", `a${"\u0301".repeat(19_000)}`],
])("%s stay bounded", (_, text) => {
  const rendered = html(text.slice(0, LONGEST_TEXT));
  expectHarmless(rendered);
  expect(rendered.length).toBeLessThan(400_000);
});

test("what is nested too deep to draw is shown as plain lines, and no word is lost", () => {
  expect(html(`${"- ".repeat(80)}the last word`)).toContain("the last word");
  expect(html(`${"> ".repeat(80)}the last word`)).toContain("the last word");
});

test("a link that leaves says where it leads, whatever its text pretends", () => {
  expect(html("[my-bank.example](https://evil.example/x)")).toContain(
    '<span class="leaving-to"> ↗ evil.example</span>',
  );
  expect(html("https://exämple.example/")).toContain("↗ xn--exmple-cua.example");
  expect(html("[x](https://bank.example@evil.example/)")).toContain("↗ evil.example");
});

test("headings begin below the page's own", () => {
  expect(html("# a\n\n###### b")).toBe("<h3>a</h3>\n<h6>b</h6>");
});

test("names that exist are linked, the longest that fits, and told apart from those in quotes", () => {
  const said = renderText("@Quiet Fern said so, @Nobody at all, me@Quiet Fern\n\n> @Quiet Fern, #3:\n> hm", around);
  expect(said.html).toContain('<a href="/p/00000000007" class="mention">@Quiet Fern</a> said so, @Nobody at all');
  expect(said.mentioned).toEqual([7]);
  expect(said.quoted).toEqual([3]);
  expect(renderText("> @Quiet Fern, #3:\n> hm", around).mentioned).toEqual([]);
});

test("a name is looked for in every length it may have", () => {
  expect(readings("Quiet Fern said so")).toEqual(["Quiet Fern said so", "Quiet Fern said", "Quiet Fern", "Quiet"]);
  expect(namesPerhapsCalled("@Quiet Fern's leaf, a@b.c")).toEqual(["Quiet Fern's leaf", "Quiet Fern's", "Quiet"]);
});

test.each([
  ["overrides of direction", "moc.elpmaxe\u202e", "moc.elpmaxe"],
  ["unseen characters", "pi\u200bmp\u2060 \u00adlob\ufeffby", "pimp lobby"],
  ["joiners that join nothing", "a \u200d b", "a  b"],
  ["piles of marks", `a${"\u0337".repeat(30)}`, `a${"\u0337".repeat(4)}`],
  ["line ends", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
  ["control characters", "a\u0000b\u001bc", "abc"],
  ["halves of characters", "a\ud800b", "ab"],
  ["space around", "\n\n  \n a \n\n", " a"],
])("%s are tidied away", (_, written, tidy) => {
  expect(tidyText(written)).toBe(tidy);
});

test("what languages and emoji need stays", () => {
  for (const text of ["می‌خواهم", "क्‍ष", "👩‍👩‍👧", "❤️", "niño", "Việt ngữ"])
    expect(tidyText(text)).toBe(text.normalize("NFC"));
});

test("a line holds no line end", () => {
  expect(tidyLine(" a \n\n b\u2028c ")).toBe("a b c");
});

test("stored HTML survives another washing unchanged", () => {
  const once = html("a & b <c> **d** [e](https://e.example/?a=1&b=2)");
  const again = sanitizeHtml(once, { allowedTags: false, allowedAttributes: false, allowVulnerableTags: true });
  expect(again).toBe(once);
});
