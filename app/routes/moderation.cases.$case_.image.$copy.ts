import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCopyImage } from "~/cases/case-image.server";
import { fromLink } from "~/platform/ids";
import { requireOffice } from "~/pseudonyms/door.server";
import { imageResponse } from "~/safety/images/image-response.server";

/** The image that was sent with a report, for the handlers of its case. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const asked = { caseId: fromLink(args.params.case) ?? 0, copyId: fromLink(args.params.copy) ?? 0 };
  const image = await findCopyImage(args.context.site, viewer, asked, args.context.now);
  if (!image) throw new Response(null, { status: 404 });
  return imageResponse(image);
}
