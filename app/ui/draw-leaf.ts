import type { Point, Random, Step } from "./leaf-geometry";
import { SHAPES } from "./leaf-shapes";

/**
 * A leaf as two SVG paths on a 64 by 64 grid: what is filled and what is drawn in lines. `hue` is 0 to 7;
 * an `open` leaf is drawn as a line instead of a filled shape.
 */
export type LeafDrawing = { hue: number; open: boolean; body: string; veins: string };

/** The leaf that belongs to `seed`, any whole number: always the same, and unrelated for neighbouring seeds. */
export function drawLeaf(seed: number): LeafDrawing {
  const random = randomFrom(seed);
  const shape = SHAPES[Math.floor(random() * SHAPES.length)]!;
  const hue = Math.floor(random() * 8);
  const open = random() < 0.3;
  const tilt = (random() - 0.5) * 0.9;
  const { body, veins, alwaysFilled } = shape(random);
  return { hue, open: open && !alwaysFilled, body: `${path(body, tilt)}Z`, veins: path(veins, tilt) };
}

/** Turns the leaf about the middle of the grid by `tilt` radians and writes whole numbers: half a unit never shows. */
function path(steps: Step[], tilt: number): string {
  const cos = Math.cos(tilt);
  const sin = Math.sin(tilt);
  const place = ([x, y]: Point) => {
    const up = 32 - y;
    const across = Math.round(32 + x * cos - up * sin);
    const down = Math.round(32 + x * sin + up * cos);
    return down < 0 ? `${across}${down}` : `${across} ${down}`;
  };
  return steps.map(([command, ...points]) => command + points.map(place).join(" ")).join("");
}

/** A stream of numbers in [0, 1) from both halves of a 53-bit seed, by Mulberry32 (public domain). */
function randomFrom(seed: number): Random {
  const whole = Math.abs(Math.trunc(seed));
  let state = (whole % 0x1_0000_0000) ^ Math.imul(Math.floor(whole / 0x1_0000_0000) + 1, 0x9e37_79b1);
  const next = () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  next();
  return next;
}
