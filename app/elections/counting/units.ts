/** Votes are counted in units of 0.00001, exactly. */
export const VOTE = 100_000n;

/** `"1315.00000"`: five decimal places, as the official counts print them. */
export function inVotes(units: bigint): string {
  const whole = units / VOTE;
  return `${whole}.${String(units % VOTE).padStart(5, "0")}`;
}
