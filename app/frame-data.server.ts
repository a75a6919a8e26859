import type { LoaderFunctionArgs } from "@remix-run/node";
import { preferencesOf } from "./accounts/preferences";
import { holds, type Office, type Viewer } from "./accounts/viewer";
import { readSettings } from "./agreements/settings-queries.server";
import { countMatchNews } from "./journal/match/match-queries.server";
import { countNews } from "./notifications/notification-queries.server";
import { speaking } from "./pseudonyms/speak-as.server";

/** The doors that only holders of an office see. */
const DOORS: { office: Office; href: string }[] = [
  { office: "moderator", href: "/moderation" },
  { office: "steward", href: "/steward" },
];

/** What the frame around every page shows, for whoever reads it. */
export async function frameData({ request, context }: LoaderFunctionArgs, viewer: Viewer) {
  const { read } = context.site.database;
  const { name } = await readSettings(read);
  const url = new URL(request.url);
  const voice = viewer.kind === "member" ? speaking(viewer) : null;
  return {
    siteName: name,
    guest: viewer.kind === "guest",
    here: url.pathname + url.search,
    preferences: preferencesOf(viewer, request.headers.get("cookie")),
    speaking: voice
      ? { name: voice.name, seed: voice.leaf, switchHref: "/me/names" }
      : viewer.kind === "member"
        ? null
        : undefined,
    shield: context.site.shield.now,
    news:
      viewer.kind === "member"
        ? (await countNews(read, viewer)) + (await countMatchNews(read, viewer, context.now))
        : 0,
    offices: DOORS.filter(({ office }) => holds(viewer, office)),
  };
}
