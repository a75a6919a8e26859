import type { LoaderFunctionArgs } from "@remix-run/node";
import { fromLink } from "~/platform/ids";
import { requireMember } from "~/pseudonyms/door.server";
import { findMyImage } from "~/reports/elsewhere/my-image.server";
import { imageResponse } from "~/safety/images/image-response.server";

/** The image that a member sent with their own report. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const image = await findMyImage(args.context.site.database.read, viewer, fromLink(args.params.report) ?? 0);
  if (!image) throw new Response(null, { status: 404 });
  return imageResponse(image);
}
