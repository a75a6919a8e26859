/** The fewest handlers to whom a case is dealt, where there are as many. */
const FEWEST = 2;

/**
 * To whom a case is dealt: half of those without a conflict, at least two, chosen by `seed` (any whole number, drawn
 * anew for each case). `keep` names those who hold it already and stay, unless they have a conflict now.
 * A case that is missing from a queue therefore says nothing about why.
 */
export function deal(unconflicted: number[], seed: number, keep: number[] = []): number[] {
  const pool = [...new Set(unconflicted)].sort((a, b) => a - b);
  const size = Math.max(FEWEST, Math.ceil(pool.length / 2));
  const kept = pool.filter((one) => keep.includes(one));
  const others = shuffled(
    pool.filter((one) => !keep.includes(one)),
    seed,
  );
  return [...kept, ...others.slice(0, Math.max(0, size - kept.length))];
}

/** One more who doesn't hold the case yet, or undefined when all do. */
export const oneMore = (unconflicted: number[], seed: number, keep: number[]): number | undefined =>
  shuffled(
    [...new Set(unconflicted)].sort((a, b) => a - b).filter((one) => !keep.includes(one)),
    seed,
  )[0];

/** Fisher-Yates over mulberry32: the same seed gives the same order on every machine. */
function shuffled<T>(things: T[], seed: number): T[] {
  const out = [...things];
  let state = seed >>> 0;
  const below = (n: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
  for (let i = out.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
