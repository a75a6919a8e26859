import { between, blade, leaflet, mirrored, type Point, type Random, ribs, type Step } from "./leaf-geometry";

/** One kind of leaf: what is filled and what is drawn in lines, stretched by chance. Some make no sense as a mere outline. */
export type Shape = (random: Random) => { body: Step[]; veins: Step[]; alwaysFilled?: boolean };

/** Every kind of leaf. Adding one changes the leaves of names that exist, so think twice. */
export const SHAPES: Shape[] = [
  /* willow */
  (random) => ({ body: blade(between(random, 11, 14), 20, 44), veins: ribs(random, 4) }),
  /* beech: widest below the middle */
  (random) => ({ body: blade(between(random, 26, 32), 10, 34), veins: ribs(random, 10) }),
  /* alder: widest near its round tip */
  (random) => {
    const w = between(random, 25, 32);
    return { body: blade(w, 30, 66), veins: ribs(random, 10, 46) };
  },
  /* linden: a heart */
  (random) => {
    const w = between(random, 30, 36);
    const body: Step[] = [
      ["M", [0, 14]],
      ["C", [w * 0.4, -2], [w * 1.3, 20], [0, 60]],
      ["C", [-w * 1.3, 20], [-w * 0.4, -2], [0, 14]],
    ];
    return { body, veins: ribs(random, 11) };
  },
  /* oak: round lobes */
  (random) => {
    const w = between(random, 14, 19);
    const right: Point[] = [
      [0, 8],
      [w * 0.45, 18],
      [w * 0.55, 32],
      [w * 0.5, 46],
      [0, 60],
    ];
    return { body: mirrored(right, 2.1), veins: ribs(random, 7, 48) };
  },
  /* birch: a saw's edge */
  (random) => {
    const w = between(random, 18, 24);
    const right: Point[] = [
      [0, 8],
      [w * 0.8, 12],
      [w * 0.72, 17],
      [w, 22],
      [w * 0.74, 27],
      [w * 0.86, 33],
      [w * 0.54, 37],
      [w * 0.62, 44],
      [w * 0.28, 48],
      [0, 60],
    ];
    return { body: mirrored(right, 0), veins: ribs(random, 8) };
  },
  /* rowan: leaflets in pairs along a stalk */
  (random) => {
    const reach = between(random, 16, 22);
    const rise = between(random, 2, 12);
    const heights = random() < 0.5 ? [14, 26, 38] : [12, 21, 30, 39];
    const body = heights.flatMap((y, index) => {
      const x = reach - index * 2;
      return [...leaflet([0, y], [x, y + rise], 7), ...leaflet([0, y], [-x, y + rise], 7)];
    });
    return {
      body: [...body, ...leaflet([0, 40], [0, 60], 7)],
      veins: [
        ["M", [0, 2]],
        ["L", [0, 46]],
      ],
      alwaysFilled: true,
    };
  },
  /* ginkgo: a fan */
  (random) => {
    const w = between(random, 24, 29);
    const notch = between(random, 34, 50);
    const body: Step[] = [
      ["M", [0, 14]],
      ["Q", [w * 0.5, 24], [w, 36]],
      ["Q", [w * 0.6, 60], [3, 56]],
      ["L", [0, notch]],
      ["L", [-3, 56]],
      ["Q", [-w * 0.6, 60], [-w, 36]],
      ["Q", [-w * 0.5, 24], [0, 14]],
    ];
    const ray = (x: number, y: number): Step[] => [
      ["M", [0, 14]],
      ["L", [x, y]],
    ];
    const veins = [
      ...ray(w * 0.6, 42),
      ...ray(-w * 0.6, 42),
      ...(random() < 0.5 ? ray(w * 0.28, 46) : []),
      ["M", [0, 1]],
      ["L", [0, 14]],
    ];
    return { body, veins: veins as Step[] };
  },
  /* maple: five points */
  (random) => {
    const w = between(random, 25, 29);
    const right: Point[] = [
      [0, 13],
      [w * 0.7, 10],
      [w * 0.5, 20],
      [w, 33],
      [w * 0.56, 34],
      [w * 0.62, 46],
      [w * 0.22, 41],
      [0, 60],
    ];
    const veins: Step[] = [
      ["M", [0, 1]],
      ["L", [0, 46]],
      ["M", [-w * 0.6, 29]],
      ["L", [0, 15]],
      ["L", [w * 0.6, 29]],
    ];
    return { body: mirrored(right, 0), veins };
  },
  /* clover: three or four round leaflets */
  (random) => {
    const four = random() < 0.4;
    const w = between(random, 13, 17);
    const tips: Point[] = four
      ? [
          [20, 56],
          [24, 26],
          [-24, 26],
          [-20, 56],
        ]
      : [
          [0, 60],
          [25, 28],
          [-25, 28],
        ];
    const body = tips.flatMap((tip) => leaflet([0, 36], tip, w));
    return {
      body,
      veins: [
        ["M", [3, 3]],
        ["Q", [2, 20], [0, 36]],
      ],
    };
  },
  /* seedling: two leaves on a stalk */
  (random) => {
    const up = between(random, 44, 58);
    const w = between(random, 9, 14);
    const body = [...leaflet([0, 28], [26, up], w), ...leaflet([0, 28], [-26, 100 - up], w)];
    return {
      body,
      veins: [
        ["M", [0, 3]],
        ["L", [0, 28]],
        ["L", [13, (28 + up) / 2]],
        ["M", [0, 28]],
        ["L", [-13, (128 - up) / 2]],
      ],
    };
  },
  /* fern: a tapering frond */
  (random) => {
    const w = between(random, 20, 26);
    const right: Point[] = [
      [0, 6],
      [w, 15],
      [3, 17],
      [w * 0.86, 27],
      [3, 28],
      [w * 0.66, 38],
      [2, 38],
      [w * 0.42, 48],
      [2, 47],
      [0, 60],
    ];
    return {
      body: mirrored(right, 0),
      veins: [
        ["M", [0, 1]],
        ["L", [0, 52]],
      ],
    };
  },
];
