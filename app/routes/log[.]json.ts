import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicDoor } from "~/pseudonyms/door.server";
import { wholeLog } from "~/public-log/log-queries.server";

/** The whole log for anyone's own checking: `{ entries: Published[] }`. */
export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  return Response.json({ entries: await wholeLog(args.context.site.database.read) });
}
