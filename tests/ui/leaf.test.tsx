import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { drawLeaf } from "~/ui/draw-leaf";
import { Leaf } from "~/ui/leaf";
import { SHAPES } from "~/ui/leaf-shapes";

const seeds = Array.from({ length: 400 }, (_, index) => index * 22_517_998_136_853 + 7);
const drawn = seeds.map(drawLeaf);

describe("a leaf", () => {
  it("is always the same for a seed", () => {
    for (const seed of seeds) expect(drawLeaf(seed)).toEqual(drawLeaf(seed));
  });

  it("differs from nearly every other: by shape alone, even before its colour", () => {
    expect(new Set(drawn.map(({ body }) => body)).size).toBeGreaterThan(390);
  });

  it("tells neighbouring seeds apart", () => {
    for (let seed = 0; seed < 200; seed++) expect(drawLeaf(seed)).not.toEqual(drawLeaf(seed + 1));
  });

  it("uses every hue and every kind, none of them much more than another", () => {
    const kinds = new Map<string, number>();
    const hues = new Map<number, number>();
    for (const { body, hue } of drawn) {
      const kind = body.replaceAll(/[^A-Z]/g, "");
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      hues.set(hue, (hues.get(hue) ?? 0) + 1);
    }
    expect(hues.size).toBe(8);
    expect(kinds.size).toBeGreaterThanOrEqual(SHAPES.length - 4);
    expect(Math.max(...hues.values())).toBeLessThan(100);
  });

  it("takes both halves of a seed into account", () => {
    const low = drawLeaf(5);
    const high = drawLeaf(5 + 2 ** 40);
    expect(high).not.toEqual(low);
  });

  it("is drawn inside its frame, in whole numbers, from any whole number", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        const { body, veins, hue } = drawLeaf(seed);
        expect(hue).toBeGreaterThanOrEqual(0);
        expect(hue).toBeLessThan(8);
        for (const path of [body, veins]) {
          expect(path).toMatch(/^[MLQCZ\d -]+$/);
          // Where each stroke ends; what bends it on the way may lie farther out.
          for (const [, x, y] of path.matchAll(/(-?\d+) ?(-?\d+)(?=[MLQCZ]|$)/g))
            for (const end of [Number(x), Number(y)]) {
              expect(end).toBeGreaterThan(-8);
              expect(end).toBeLessThan(72);
            }
        }
      }),
    );
  });

  it("is small, silent and free of inline style", () => {
    const markup = seeds.map((seed) => renderToStaticMarkup(<Leaf seed={seed} />));
    const bytes = markup.map((text) => text.length);
    expect(bytes.reduce((sum, one) => sum + one, 0) / bytes.length).toBeLessThan(360);
    for (const text of markup) {
      expect(text).toContain('aria-hidden="true"');
      expect(text).not.toContain("style=");
    }
  });
});
