import { movedProof } from "../proof.server";
import type { Owner, Renewed } from "./renew-sessions.server";

/** The header that hands out a renewed session, along with what is left of the proof that the change asked for. */
export const renewedCookies = (
  request: { headers: Pick<Headers, "get"> },
  { sessionId: from }: Owner,
  { setCookie, sessionId: to }: Renewed,
  now: Date,
): Headers =>
  new Headers([
    ["Set-Cookie", setCookie],
    ["Set-Cookie", movedProof(request, { from, to }, now)],
  ]);
