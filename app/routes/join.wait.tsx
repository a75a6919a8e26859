import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readSettings } from "~/agreements/settings-queries.server";
import { NoWayIn } from "~/joining/choose-name";
import { mayComeIn } from "~/joining/permissions";
import { noLine, waitInLine } from "~/joining/wait-in-line.server";
import { Waiting } from "~/joining/waiting";
import { publicDoor } from "~/pseudonyms/door.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { place: "join" };

/** The page moves on by itself once, when the wait is over, unless the reader chose that it stands still. */
export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const refresh = loaderHeaders.get("Refresh");
  return refresh ? { Refresh: refresh } : new Headers();
};

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const { joining } = await readSettings(args.context.site.database.read);
  const may = mayComeIn("itself", joining);
  return may.ok ? waitInLine(args, { to: "join", path: "/join/wait", onward: (code) => `/join/${code}` }) : noLine(may);
}

export default function JoinWaiting() {
  const { refusal, wait } = useLoaderData<typeof loader>();
  return wait ? <Waiting to="join" wait={wait} /> : <NoWayIn refusal={refusal} />;
}
