import type { LoaderFunctionArgs } from "@remix-run/node";
import { guest } from "~/accounts/viewer";
import { publicDoor } from "~/pseudonyms/door.server";
import { listSpaces } from "~/spaces/space-queries.server";

/** Asks search engines to stay away; where open spaces have opted in, they may read those and the topics that say so themselves. */
export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const spaces = await listSpaces(args.context.site.database.read, guest);
  const open = spaces.filter((space) => space.indexable).map(({ slug }) => `Allow: /s/${slug}`);
  // A topic's address doesn't name its space: those of other spaces answer "noindex".
  const allowed = open.length > 0 ? [...open, "Allow: /t/", "Allow: /build/"] : [];
  const lines = ["User-agent: *", ...allowed, "Disallow: /", ""];
  return new Response(lines.join("\n"), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
