import { z } from "zod";
import type { Once } from "../accounts/spend-once.server";
import { fingerprint, randomToken, seal, unseal } from "../platform/keys.server";
import { type Outcome, refused } from "../platform/outcome";
import { HOUR, MINUTE, plus, weekOf } from "../platform/time";
import { BRANCHES } from "./branches";
import type { LeadsTo } from "./leads-to";

/** How long a way in lasts, from the moment work or a place in the line was given: time to read, choose and write down. */
export const WAY_IN = 2 * HOUR;

/** How long the line is: a sip of tea for a person, and dear to whoever wants to wait a thousand times. */
export const WAIT = 2 * MINUTE;

/** What lets one person in without an invitation. `value` is used up in the transaction that makes the account. `until` is in ms. */
export type Pass = { once: Once & ("work" | "ticket"); value: string; until: number };

const passShape = z.object({ once: z.enum(["work", "ticket"]), value: z.string(), until: z.number() });
const ticketShape = z.object({ value: z.string(), opens: z.number(), until: z.number(), network: z.string() });

const close = (what: "pass" | "ticket", to: LeadsTo, content: object) =>
  seal("waiting-ticket", JSON.stringify(content), `${what} to ${to}`).toString("base64url");

/** What was sealed as a pass or as a ticket to one door, or null: altered, cut short, of another kind, door or server. */
function open<T>(what: "pass" | "ticket", to: LeadsTo, sealed: string, shape: z.ZodType<T>): T | null {
  if (!/^[\w-]{60,600}$/.test(sealed)) return null;
  try {
    return shape.parse(JSON.parse(unseal("waiting-ticket", Buffer.from(sealed, "base64url"), `${what} to ${to}`)));
  } catch {
    return null;
  }
}

/** A pass as it stands in the address of the page where a name is chosen, in place of an invitation's code. */
export const sealPass = (pass: Pass, to: LeadsTo = "join") => close("pass", to, pass);

/** The pass in an address, whether it's still good or not; null where there's none. */
export const openPass = (code: string, to: LeadsTo = "join"): Pass | null => open("pass", to, code, passShape);

/** A place in the line, for whoever has no scripts: sealed, bound to the network it was given to, and stored nowhere. */
export const drawTicket = (network: string, now: Date, to: LeadsTo = "join") =>
  close("ticket", to, {
    value: randomToken(16),
    opens: plus(now, WAIT).getTime(),
    until: plus(now, WAY_IN).getTime(),
    network,
  });

/** The code of the way in when the wait is over, `seconds` to go until then, or `page-too-old` and `other-line`. */
export function readTicket(
  ticket: string,
  network: string,
  now: Date,
  to: LeadsTo = "join",
): Outcome<{ seconds: number; code?: undefined } | { code: string }> {
  const found = open("ticket", to, ticket, ticketShape);
  if (!found || found.until <= now.getTime()) return refused("page-too-old");
  if (found.network !== network) return refused("other-line");
  const left = found.opens - now.getTime();
  if (left > 0) return { ok: true, seconds: Math.ceil(left / 1000) };
  return { ok: true, code: sealPass({ once: "ticket", value: found.value, until: found.until }, to) };
}

/** The branch of everybody who joins through the open door in one week: looks random, and needs no table. */
export const openBranch = (now: Date) =>
  Buffer.from(fingerprint("open-branch", String(weekOf(now))), "base64url").readUInt32BE() % BRANCHES;
