import { z } from "zod";
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
 * it's worth nothing with another one, and nothing of it is stored. `ownKey`: the account's own key, which the secret
 * opened; it lasts as long as the proof.
 */
export const proofCookie = (sessionId: string, now: Date, ownKey: Buffer | null = null) => {
  const proof = JSON.stringify([plus(now, GOOD_FOR).getTime(), ownKey?.toString("base64url") ?? null]);
  return withAttributes(seal("proof", proof, sessionId).toString("base64url"), GOOD_FOR / 1000);
};

/** The Set-Cookie value that takes the proof away. */
export const noProofCookie = () => withAttributes("", 0);

/** The Set-Cookie value that moves a request's proof to the session that goes on in its place, for the time it has left. */
export function movedProof(
  request: { headers: Pick<Headers, "get"> },
  { from, to }: { from: string; to: string },
  now: Date,
): string {
  const proof = proofIn(request, from, now);
  return proof ? proofCookie(to, plus(now, proof.left - GOOD_FOR), proof.ownKey) : noProofCookie();
}

/** Whether a request carries a proof of this session that is still good. Altered, swapped and old ones look alike. */
export const hasProof = (request: { headers: Pick<Headers, "get"> }, sessionId: string, now: Date): boolean =>
  proofIn(request, sessionId, now) !== null;

/** The account's own key, as long as the proof that brought it is good; null where there's none, or it's still closed. */
export const ownKeyIn = (request: { headers: Pick<Headers, "get"> }, sessionId: string, now: Date): Buffer | null =>
  proofIn(request, sessionId, now)?.ownKey ?? null;

const shape = z.tuple([z.number(), z.string().nullable()]);

/** For how many ms a request's proof of this session is still good, and the key that it carries; null when there's none. */
function proofIn(request: { headers: Pick<Headers, "get"> }, sessionId: string, now: Date) {
  const sealed = cookieIn(request.headers.get("cookie"), cookieName());
  if (!sealed || !/^[\w-]{40,400}$/.test(sealed)) return null;
  try {
    const [until, key] = shape.parse(JSON.parse(unseal("proof", Buffer.from(sealed, "base64url"), sessionId)));
    const left = until - now.getTime();
    return left > 0 && left <= GOOD_FOR ? { left, ownKey: key === null ? null : Buffer.from(key, "base64url") } : null;
  } catch {
    return null;
  }
}
