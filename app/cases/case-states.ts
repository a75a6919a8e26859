/** Where a case stands. */
export type CaseState =
  | "open"
  | "claimed"
  | "waiting-for-reporter"
  | "waiting-for-second"
  | "decided"
  | "appealed"
  | "closed"
  | "escalated";

/** From each state, where a case can go; what isn't here can't happen. `claimed` to `claimed` is a hand-over. */
const transitions: Record<CaseState, readonly CaseState[]> = {
  open: ["claimed", "escalated"],
  claimed: ["claimed", "open", "waiting-for-reporter", "waiting-for-second", "decided", "escalated"],
  "waiting-for-reporter": ["claimed", "open", "escalated"],
  "waiting-for-second": ["decided", "open"],
  escalated: ["claimed", "open"],
  decided: ["appealed", "closed"],
  appealed: ["decided", "closed"],
  closed: [],
};

export const canMove = (from: CaseState, to: CaseState) => transitions[from].includes(to);

/** The states in which a further report about the same thing joins the case, and in which handlers still work on it. */
export const activeStates = [
  "open",
  "claimed",
  "waiting-for-reporter",
  "waiting-for-second",
  "escalated",
] as const satisfies readonly CaseState[];

export const isActive = (state: CaseState) => (activeStates as readonly CaseState[]).includes(state);

/** The states in which a handler can take the case up. */
export const isClaimable = (state: CaseState) => canMove(state, "claimed");
