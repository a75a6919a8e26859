import type { Standing } from "./viewer";

/** Whole weeks after the week of joining at which an account grows. */
const MEMBER_AFTER = 1;
const ESTABLISHED_AFTER = 5;

/**
 * What an account's age lets it become. Nobody loses standing by staying away; whoever is under a sanction doesn't grow
 * meanwhile. Weeks are those of `weekOf`.
 */
export function standingAt({
  now,
  joined,
  current,
  sanctioned,
}: {
  now: number;
  joined: number;
  current: Standing;
  sanctioned: boolean;
}): Standing {
  if (sanctioned || current === "established") return current;
  const weeks = now - joined;
  if (weeks > ESTABLISHED_AFTER) return "established";
  if (weeks > MEMBER_AFTER) return "member";
  return current;
}
