import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicDoor } from "~/pseudonyms/door.server";

const STATUSES = new Set(["400", "403", "405", "413", "414", "415"]);

/** The page for a request that the HTTP server turned away before any route saw it. Whoever opens it by hand sees the same. */
export function loader(args: LoaderFunctionArgs): never {
  publicDoor(args);
  const { status } = args.params;
  throw new Response(null, { status: STATUSES.has(status ?? "") ? Number(status) : 404 });
}

export default function Refused() {
  return null;
}
