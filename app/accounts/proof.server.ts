import { seal, unseal } from "../platform/keys.server";
import { MINUTE, plus } from "../platform/time";
import { cookieIn, hostCookie, overHttps } from "./cookies.server";

/** For how long somebody who typed their secret need not type it again. */
export const GOOD_FOR = 10 * MINUTE;

const cookieName = () => hostCookie("proof");

const withAttributes = (value: string, seconds: number) =>
  `${cookieName()}=${value}; HttpOnly; Max-Age=${seconds}; Path=/; SameSite=Strict${overHttps() ? "; Secure" : ""}`;

/**
 * The Set-Cookie value which says that whoever holds this session typed their secret now. Sealed and bound to the session:
 * it's worth nothing with another one, and nothing of it is stored.
 */
export const proofCookie = (sessionId: string, now: Date) =>
  withAttributes(
    seal("proof", String(plus(now, GOOD_FOR).getTime()), sessionId).toString("base64url"),
    GOOD_FOR / 1000,
  );

/** The Set-Cookie value that takes the proof away. */
export const noProofCookie = () => withAttributes("", 0);

/** The Set-Cookie value that moves a request's proof to the session that goes on in its place, for the time it has left. */
export function movedProof(
  request: { headers: Pick<Headers, "get"> },
  { from, to }: { from: string; to: string },
  now: Date,
): string {
  const left = timeLeft(request, from, now);
  return left > 0 ? proofCookie(to, plus(now, left - GOOD_FOR)) : noProofCookie();
}

/** Whether a request carries a proof of this session that is still good. Altered, swapped and old ones look alike. */
export const hasProof = (request: { headers: Pick<Headers, "get"> }, sessionId: string, now: Date): boolean =>
  timeLeft(request, sessionId, now) > 0;

/** For how many ms a request's proof of this session is still good; 0 when it carries none. */
function timeLeft(request: { headers: Pick<Headers, "get"> }, sessionId: string, now: Date): number {
  const sealed = cookieIn(request.headers.get("cookie"), cookieName());
  if (!sealed || !/^[\w-]{40,400}$/.test(sealed)) return 0;
  try {
    const left = Number(unseal("proof", Buffer.from(sealed, "base64url"), sessionId)) - now.getTime();
    return left > 0 && left <= GOOD_FOR ? left : 0;
  } catch {
    return 0;
  }
}
