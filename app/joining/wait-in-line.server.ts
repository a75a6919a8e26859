import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Refused } from "../platform/outcome";
import { initOf } from "../platform/refuse.server";
import type { LeadsTo } from "./leads-to";
import { readTicket } from "./open-door.server";

/** How long somebody still waits: `here` is the page's own address, `still` that it doesn't move on by itself. */
export type Wait = { seconds: number; here: string; still: boolean };

/** What a page says where the line can't be waited in. */
export const noLine = (refusal: Refused) => data({ refusal: refusal as Refused | null, wait: null }, initOf(refusal));

/**
 * What the waiting page at `path` shows for the ticket in its address; throws the redirect to `onward` with the code of the
 * way in when the wait is over. The answer renews itself once at that moment, unless the reader chose that it stands still.
 */
export function waitInLine(
  { request, context: { network, now } }: Pick<LoaderFunctionArgs, "request" | "context">,
  { to, path, onward }: { to: LeadsTo; path: string; onward: (code: string) => string },
) {
  const asked = new URL(request.url).searchParams;
  const ticket = asked.get("ticket") ?? "";
  const read = readTicket(ticket, network, now, to);
  if (!read.ok) return noLine(read);
  if (read.code !== undefined) throw redirect(onward(read.code), 303);
  const still = asked.has("still");
  const wait: Wait | null = { seconds: read.seconds, here: `${path}?ticket=${ticket}`, still };
  const refusal: Refused | null = null;
  return data({ refusal, wait }, still ? undefined : { headers: { Refresh: String(read.seconds) } });
}
