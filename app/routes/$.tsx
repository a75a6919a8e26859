import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicDoor } from "~/pseudonyms/door.server";

/** Every address that leads nowhere. */
export function loader(args: LoaderFunctionArgs): never {
  publicDoor(args);
  throw new Response(null, { status: 404 });
}

export default function Nowhere() {
  return null;
}
