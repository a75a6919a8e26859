import type { Who } from "../limits";
import type { Deed, KeyKind } from "../table";
import type { Step } from "./weigh";

/**
 * Limits under the shield. Only what brings people in, and what newcomers and members say to others, is tighter. All other
 * rows stay as they are at every step: reading, reporting, recovering, signing in and out, leaving, taking words back, and
 * everything that established members do.
 */
const speaking: ReadonlySet<Deed> = new Set([
  "start-topic",
  "write-post",
  "invite",
  "host-gathering",
  "speak-in-gathering",
]);

type Steps = readonly [number, number, number];

/** How many may come in, at steps 1, 2 and 3: by invitation some at every step, without one nobody at the last. */
const comingIn: { [D in Deed]?: { [K in KeyKind]?: Steps } } = {
  join: { community: [30, 20, 12] },
  "join-openly": { community: [10, 4, 0] },
  "join-openly-together": { network: [5, 2, 0] },
};

/** What is left of a number for whoever is new here, and for members, at steps 1, 2 and 3. */
const LEFT = { newcomer: [1 / 2, 1 / 3, 1 / 5], member: [1, 3 / 4, 1 / 2], established: [1, 1, 1] } as const;

/** How many a rule lets through at a step, of the `most` that it lets through otherwise. Never more, and some of whatever was some. */
export function tightened(step: Step, deed: Deed, per: KeyKind, who: Who, most: number): number {
  if (step === 0) return most;
  const coming = comingIn[deed]?.[per];
  if (coming) return Math.min(most, coming[step - 1]!);
  if (per !== "account" || !speaking.has(deed) || most === 0) return most;
  return Math.max(1, Math.ceil(most * LEFT[who.standing ?? "newcomer"][step - 1]!));
}

/** Whether somebody without an invitation can come in at all. */
export const opensDoor = (step: Step) => step < 3;
