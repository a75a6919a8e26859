/** A place on the leaf before it's tilted: x from the midrib to the right, y from the foot of the stalk to the tip. */
export type Point = readonly [x: number, y: number];
export type Step = readonly [command: "M" | "L" | "Q" | "C", ...points: Point[]];
/** Answers a number in [0, 1), another each time. */
export type Random = () => number;
/** A number between `low` and `high`. */
export const between = (random: Random, low: number, high: number) => low + random() * (high - low);

/** A smooth leaf: `w` half its width, `low` and `high` where on its height each edge bends. */
export function blade(w: number, low: number, high: number, foot = 8): Step[] {
  return [
    ["M", [0, foot]],
    ["C", [w, low], [w, high], [0, 60]],
    ["C", [-w, high], [-w, low], [0, foot]],
  ];
}

/** The midrib from the stalk, and pairs of side veins that rise by `rise`. */
export function ribs(random: Random, reach: number, top = 52): Step[] {
  const midrib: Step[] = [
    ["M", [0, 2]],
    ["L", [0, top]],
  ];
  const style = Math.floor(random() * 3);
  if (style === 0) return midrib;
  const rise = style === 1 ? 9 : 3;
  const heights = random() < 0.5 ? [22, 36] : [18, 28, 38];
  return midrib.concat(
    heights
      .map((y): Step => ["M", [-reach, y + rise]])
      .flatMap((start, index): Step[] => {
        const y = heights[index]!;
        return [start, ["L", [0, y]], ["L", [reach, y + rise]]];
      }),
  );
}

/** Both edges of a leaf from the points of the right one, foot to tip, joined straight or by arcs bulging outwards. */
export function mirrored(right: Point[], bulge: number): Step[] {
  const left = right.map(([x, y]): Point => [-x, y]).reverse();
  const edge = [...right, ...left];
  return edge.map((point, index): Step => {
    const before = edge[index - 1];
    if (!before) return ["M", point];
    if (bulge === 0) return ["L", point];
    const middle: Point = [((before[0] + point[0]) / 2) * (1 + bulge), (before[1] + point[1]) / 2];
    return ["Q", middle, point];
  });
}

/** A leaflet from one point to another, `w` half its width. */
export function leaflet([x1, y1]: Point, [x2, y2]: Point, w: number): Step[] {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const across: Point = [(-(y2 - y1) / length) * w, ((x2 - x1) / length) * w];
  const near: Point = [x1 + (x2 - x1) * 0.3, y1 + (y2 - y1) * 0.3];
  const far: Point = [x1 + (x2 - x1) * 0.75, y1 + (y2 - y1) * 0.75];
  const side = (sign: number, [x, y]: Point): Point => [x + across[0] * sign, y + across[1] * sign];
  return [
    ["M", [x1, y1]],
    ["C", side(1, near), side(1, far), [x2, y2]],
    ["C", side(-1, far), side(-1, near), [x1, y1]],
  ];
}
