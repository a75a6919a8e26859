/** What of a case decides its place in the queue. */
export type Queued = { severity: "urgent" | "ordinary"; voices: number; bump: number };

/** Urgent first, then what more independent voices report, then what has waited longest. */
export const inOrder = <C extends Queued>(cases: C[]): C[] =>
  [...cases].sort(
    (a, b) =>
      Number(b.severity === "urgent") - Number(a.severity === "urgent") || b.voices - a.voices || a.bump - b.bump,
  );
