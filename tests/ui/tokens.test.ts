import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("app/ui/styles/tokens.css", "utf8");

type Palette = Record<string, string>;

/** Every block of colours in the sheet, under the name its comment gives it. */
function palettes(): Map<string, Palette[]> {
  const found = new Map<string, Palette[]>();
  for (const [, name, text] of css.matchAll(/\/\* palette: ([\w-]+) \*\/([\s\S]*?)(?=\/\* palette:|$)/g)) {
    const blocks = [...text!.matchAll(/\{([^{}]*--paper:[^{}]*)\}/g)].map(([, body]) =>
      Object.fromEntries([...body!.matchAll(/([\w-]+):\s*([^;]+);/g)].map(([, key, value]) => [key!, value!.trim()])),
    );
    found.set(name!, blocks);
  }
  return found;
}

/** Relative luminance of a six-digit hex colour, 0 to 1, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(palette: Palette, one: string, other: string): number {
  const [light, dark] = [luminance(palette[`--${one}`]!), luminance(palette[`--${other}`]!)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const papers = ["paper", "paper-raised", "paper-sunk"];
const leaves = Array.from({ length: 8 }, (_, hue) => `leaf-${hue}`);

/** Ink and paper that meet on a page: text, and what isn't text but has to be seen. */
const text: [string, string[]][] = [
  ["ink", [...papers, "moss-wash", "amber-wash", "red-wash", "undergrowth"]],
  ["ink-soft", [...papers, "moss-wash", "amber-wash", "red-wash"]],
  ["moss", [...papers, "moss-wash"]],
  ["moss-deep", [...papers, "moss-wash"]],
  ["moss-ink", ["moss", "moss-deep"]],
  ["amber", [...papers, "amber-wash"]],
  ["red", [...papers, "red-wash"]],
  ["red-ink", ["red", "red-deep"]],
];
const shapes: [string, string[]][] = [
  ["line-strong", ["paper", "paper-raised"]],
  ["bluebell", [...papers, "undergrowth"]],
  ["amber-line", ["paper", "paper-raised"]],
  ...leaves.map((leaf): [string, string[]] => [leaf, papers]),
];
const pairs = (table: [string, string[]][]) => table.flatMap(([ink, on]) => on.map((paper) => [ink, paper] as const));

describe("the palettes", () => {
  it("are four, each the same wherever it stands", () => {
    const found = palettes();
    expect([...found.keys()]).toEqual(["light", "dark", "contrast", "contrast-dark"]);
    expect([...found.values()].map((copies) => copies.length)).toEqual([1, 2, 2, 2]);
    for (const copies of found.values()) for (const copy of copies) expect(copy).toEqual(copies[0]);
  });

  it("name the same colours", () => {
    const [light, ...others] = [...palettes().values()].map((copies) => Object.keys(copies[0]!));
    for (const other of others) expect(other).toEqual(light);
  });

  for (const [name, [palette]] of palettes()) {
    const least = name.startsWith("contrast") ? 7 : 5;
    it(`${name}: every text has a contrast of at least ${least}`, () => {
      const low = pairs(text).filter(([ink, paper]) => ratio(palette!, ink, paper) < least);
      expect(low.map(([ink, paper]) => `${ink} on ${paper}: ${ratio(palette!, ink, paper).toFixed(2)}`)).toEqual([]);
    });
    it(`${name}: running text goes well past AAA`, () => {
      for (const paper of papers) expect(ratio(palette!, "ink", paper)).toBeGreaterThan(9);
    });
    it(`${name}: lines, leaves and focus rings have a contrast of at least 3`, () => {
      const low = pairs(shapes).filter(([shape, paper]) => ratio(palette!, shape, paper) < 3);
      expect(low.map(([ink, paper]) => `${ink} on ${paper}: ${ratio(palette!, ink, paper).toFixed(2)}`)).toEqual([]);
    });
  }

  it("stand still for whoever asked for stillness", () => {
    expect(css).toMatch(/:root[^{]*\{[^}]*--quick: 0s/);
    expect(css).toMatch(/prefers-reduced-motion: no-preference[\s\S]{0,60}--quick: 120ms/);
  });
});
