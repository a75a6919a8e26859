import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { outsideOf } from "~/agreements/settings";
import { readSettings } from "~/agreements/settings-queries.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { LeaveHelp } from "~/safety/leave/leave-help";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = {
  sameForGuests: { query: [] },
  way: (_data, t) => [{ label: t("leave:page.title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const settings = await readSettings(args.context.site.database.read);
  return { neutralHost: new URL(settings.neutralSite).host, title: outsideOf(settings).title };
}

export default function LeaveHelpPage() {
  return <LeaveHelp {...useLoaderData<typeof loader>()} />;
}
