import type { LoaderFunctionArgs } from "@remix-run/node";
import { openJournal } from "~/journal/door.server";
import { readImage } from "~/journal/journal-queries.server";
import { fromLink } from "~/platform/ids";
import { requireProof } from "~/pseudonyms/door.server";
import { imageResponse } from "~/safety/images/image-response.server";

/** The image of one's own entry, for the page that shows it. */
export async function loader(args: LoaderFunctionArgs) {
  const keeper = openJournal(args, await requireProof(args));
  const image = await readImage(args.context.site.database.read, keeper, fromLink(args.params.entry) ?? -1);
  if (!image) throw new Response(null, { status: 404 });
  return imageResponse(image);
}
