import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { ownKeyIn } from "../accounts/proof.server";
import type { Member } from "../accounts/viewer";

/** A member with their journal open: nobody else can be asked for what it says. */
export type Keeper = { viewer: Member; key: Buffer };

/**
 * The journal of somebody whom `requireProof` let in: typing their secret has opened it. One that is still closed under
 * earlier words leads to the page that asks for those.
 */
export function openJournal({ request, context }: LoaderFunctionArgs, viewer: Member): Keeper {
  const key = ownKeyIn(request, viewer.sessionId, context.now);
  if (!key) throw redirect("/me/journal/shut", 303);
  return { viewer, key };
}
