import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import en from "~/handbook/en/handbook";
import es from "~/handbook/es/handbook";
import { piecesOf } from "~/handbook/inline-text";
import { handbookPages, isHandbookPage } from "~/handbook/page-shape";
import { contentsOf, readHandbook } from "~/handbook/read-handbook";

describe("a text is taken apart", () => {
  test("into words, words on a button, and links within the site", () => {
    expect(piecesOf("Press **Leave now**, or read [why](/leave/help).")).toEqual([
      { kind: "words", text: "Press " },
      { kind: "strong", text: "Leave now" },
      { kind: "words", text: ", or read " },
      { kind: "link", text: "why", href: "/leave/help" },
      { kind: "words", text: "." },
    ]);
  });

  test.each(["[out](https://elsewhere.example)", "[x](javascript:alert(1))", "[half](", "**", "****", "[]()", ""])(
    "and %j stays the words it is",
    (text) => {
      expect(piecesOf(text)).toEqual(text ? [{ kind: "words", text }] : []);
    },
  );

  test("and nothing gets lost, whatever it says", () => {
    const signs = fc.string({ unit: fc.constantFrom("*", "**", "[", "]", "(/", ")", "/", "a", " ", "ñ", "\n") });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: "binary" })), (text) => {
        const again = piecesOf(text).map((piece) =>
          piece.kind === "link"
            ? `[${piece.text}](${piece.href})`
            : piece.kind === "strong"
              ? `**${piece.text}**`
              : piece.text,
        );
        expect(again.join("")).toBe(text);
      }),
    );
  });
});

/** Addresses of pages that take no id, by the files of their routes. */
const addresses = new Set(
  readdirSync("app/routes")
    .filter((file) => file.endsWith(".tsx") && !file.includes("$"))
    .map(
      (file) =>
        `/${file
          .replace(/(\._index|^_index)?\.tsx$/, "")
          .replaceAll("_.", "/")
          .replaceAll(".", "/")}`,
    ),
);

test.each([
  ["en", en],
  ["es", es],
] as const)("every link in it leads somewhere (%s)", (_language, handbook) => {
  const links = Object.values(handbook).flatMap(({ sections }) =>
    sections.flatMap(({ text }) => text.flat().flatMap((one) => piecesOf(one).filter(({ kind }) => kind === "link"))),
  );
  const hrefs = links.flatMap((piece) => (piece.kind === "link" ? [piece.href] : []));
  expect(hrefs.length).toBeGreaterThan(10);
  const lost = hrefs.filter((href) => !addresses.has(href) && !isHandbookPage(href.replace(/^\/handbook\//, "")));
  expect(lost).toEqual([]);
});

test("its pages are short, and say the same in both languages", () => {
  for (const name of handbookPages) {
    const shape = (handbook: typeof en | typeof es) =>
      handbook[name].sections.map(({ text }) => text.map((part) => (typeof part === "string" ? "text" : part.length)));
    expect(shape(es), name).toEqual(shape(en));
    expect(
      en[name].sections
        .flatMap(({ text }) => text.flat())
        .join(" ")
        .split(" ").length,
      name,
    ).toBeLessThan(320);
  }
});

test("it reads from the first page to the last", () => {
  expect(contentsOf("es").map(({ name }) => name)).toEqual([...handbookPages]);
  const read: string[] = [];
  for (let name: string | undefined = "names"; isHandbookPage(name); name = readHandbook("en", name).next?.name)
    read.push(name);
  expect(read).toEqual([...handbookPages]);
});

test.each(["", "__proto__", "toString", "names/", "Names", undefined])("%j is no page of it", (name) => {
  expect(isHandbookPage(name)).toBe(false);
});
