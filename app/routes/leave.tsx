import type { LoaderFunctionArgs } from "@remix-run/node";
import { endSessionOf } from "~/accounts/sessions.server";
import { readSettings } from "~/agreements/settings-queries.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { leaveResponse, mayEndSession } from "~/safety/leave/leave-response.server";

/** A link, not a form: `form-action 'self'` would silently stop a post's redirect to another site. */
export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const { request, context } = args;
  const { neutralSite } = await readSettings(context.site.database.read);
  const ending = mayEndSession(request.headers.get("sec-fetch-site"));
  if (ending) await endSessionOf(context.site, request, context.now);
  return leaveResponse(neutralSite, request.headers.get("cookie"), ending);
}
