import type { LoaderFunctionArgs } from "@remix-run/node";
import { endSessionOf } from "~/accounts/sessions.server";
import { readSettings } from "~/agreements/settings-queries.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { isVisit, leaveResponse, mayEndSession } from "~/safety/leave/leave-response.server";

/** A link, not a form: `form-action 'self'` would silently stop a post's redirect to another site. */
export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const { request, context } = args;
  // Refused, a page that was fetched ahead is asked for again when its link is pressed.
  if (!isVisit(request)) return new Response(null, { status: 503, headers: { "Cache-Control": "no-store" } });
  const { neutralSite } = await readSettings(context.site.database.read);
  const ending = mayEndSession(request.headers.get("sec-fetch-site"));
  if (ending) await endSessionOf(context.site, request, context.now);
  return leaveResponse(neutralSite, request.headers.get("cookie"), ending);
}
