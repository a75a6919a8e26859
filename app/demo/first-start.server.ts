import { accounts } from "#db/schema";
import { readSettings, writeSetting } from "../agreements/settings-queries.server";
import { foundingLink } from "../joining/found-community.server";
import type { Env } from "../platform/env.server";
import type { Site } from "../site/site";
import { openDemo } from "./open-demo.server";

/**
 * What an empty community needs before anybody can come in, as lines for whoever started the server: the demo with its
 * people's codenames, or the one-time link for the first steward. Nothing for a community that has begun.
 */
export async function firstStart(site: Site, env: Env, url: string, now: Date): Promise<string[]> {
  const begun = (await site.database.read.$count(accounts)) > 0;
  if (begun) {
    const { demo } = await readSettings(site.database.read);
    return demo === "begun"
      ? [
          "The demo community was interrupted while it was being made. To begin again, stop, remove the data folder, start.",
        ]
      : [];
  }
  if (!env.UNDERSTORY_DEMO) {
    const path = await foundingLink(site, now);
    return path
      ? ["This community is empty. Its first steward sets it up here, once, within 7 days:", `  ${url}${path}`]
      : [];
  }
  const mark = (demo: "begun" | "done") => site.database.transaction((tx) => writeSetting(tx, "demo", demo));
  await mark("begun");
  const codenames = await openDemo(site, now);
  await mark("done");
  return [
    "This is a demo community. Sign in as its people; their codenames are shown only now:",
    ...codenames.map(({ role, name, words }) => `  ${role} (${name}): ${words.join(" ")}`),
  ];
}
