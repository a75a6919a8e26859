import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readSettings } from "~/agreements/settings-queries.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { LeaveHelp } from "~/safety/leave/leave-help";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { way: (_data, t) => [{ label: t("leave:page.title") }] };

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const { neutralSite } = await readSettings(args.context.site.database.read);
  return { neutralHost: new URL(neutralSite).host };
}

export default function LeaveHelpPage() {
  const { neutralHost } = useLoaderData<typeof loader>();
  return <LeaveHelp neutralHost={neutralHost} />;
}
