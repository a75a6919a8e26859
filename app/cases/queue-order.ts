/** What of a case decides its place in the queue. */
export type Queued = { severity: "urgent" | "ordinary"; voices: number; bump: number; id: number };

/** Urgent first, then what more independent voices report, then what has waited longest. */
const compare = (a: Queued, b: Queued) =>
  Number(b.severity === "urgent") - Number(a.severity === "urgent") ||
  b.voices - a.voices ||
  a.bump - b.bump ||
  a.id - b.id;

export const inOrder = <C extends Queued>(cases: C[]): C[] => [...cases].sort(compare);

/** What stands behind a place in an ordered queue, whether or not the case of that place is still in it. */
export const behind = <C extends Queued>(ordered: C[], place: Queued): C[] =>
  ordered.filter((one) => compare(one, place) > 0);
