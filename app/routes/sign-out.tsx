import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { noProofCookie } from "~/accounts/proof.server";
import { endSessionOf } from "~/accounts/sessions.server";
import { publicDoor } from "~/pseudonyms/door.server";

/** Whoever opens the address instead of pressing the button finds the button. */
export function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  return redirect("/me", 303);
}

/** Works for every session, ended ones too: the cookie goes either way. */
export async function action(args: ActionFunctionArgs) {
  publicDoor(args);
  const setCookie = await endSessionOf(args.context.site, args.request, args.context.now);
  const headers = new Headers([
    ["Set-Cookie", setCookie],
    ["Set-Cookie", noProofCookie()],
  ]);
  return redirect("/sign-in", { status: 303, headers });
}
