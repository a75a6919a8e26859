import * as build from "@remix-run/dev/server-build";
import { broadcastDevReady, createRequestHandler, type ServerBuild } from "@remix-run/node";
import { dialect } from "#db/kit";
import { settings as settingsTable } from "#db/schema";
import { outsideOf } from "~/agreements/settings";
import { readSettings, settingsLastRead } from "~/agreements/settings-queries.server";
import { busyPage } from "~/busy-page.server";
import { watchPileOns } from "~/cases/pile-ons/watch-pile-ons.server";
import { firstStart } from "~/demo/first-start.server";
import { errandOf } from "~/errands";
import { guestsMaySee, guestVariant } from "~/guest-pages.server";
import { startJobs } from "~/jobs/run-jobs.server";
import { attachLive } from "~/live/attach-live.server";
import { type Env, readEnv } from "~/platform/env.server";
import { createGuestPages } from "~/platform/http/guest-pages.server";
import { createHttpServer } from "~/platform/http/http-server.server";
import { listen } from "~/platform/http/listen.server";
import { createNetworkKeys } from "~/platform/http/network.server";
import { httpSettings } from "~/platform/http/settings.server";
import { createStaticFiles } from "~/platform/http/static-files.server";
import { strainOf, watchLateness } from "~/platform/http/strain.server";
import { createNetworkReader } from "~/platform/http/visitor.server";
import { log } from "~/platform/log.server";
import { MINUTE, SECOND } from "~/platform/time";
import { takesImages } from "~/safety/images/takes-images";
import { openCounters } from "~/site/open-counters.server";
import { openSite } from "~/site/open-site.server";
import type { Site } from "~/site/site";

async function boot(env: Env) {
  const settings = httpSettings(env);
  const counting = await openCounters(env, () => new Date());
  const site = await openSite(env, counting.counters);
  // So that also a page about a failure bears the community's own title and icon.
  await readSettings(site.database.read);
  const answer = createRequestHandler(build as unknown as ServerBuild, env.NODE_ENV);
  const guestPages = settings.development ? undefined : keepGuestPages(site);
  const networkOf = createNetworkReader(settings, createNetworkKeys(counting.salt));
  const lateness = watchLateness();
  const http = createHttpServer({
    settings,
    networkOf,
    errandOf,
    strain: (making) => strainOf({ making, lateMs: lateness.lateMs() }),
    busyPage: (headers, url) => busyPage(headers, { title: outsideOf(settingsLastRead(site.database)).title, url }),
    serveStatic: createStaticFiles("public", settings.development),
    answer: (request, facts) => answer(request, { ...facts, site }),
    guestPages,
    takesFiles: takesImages,
    isReady: () => answers(site),
    onFailure: (error) => log.error("request-failed", error),
  });
  const live = attachLive(http, site, { origins: settings.origins, clock: () => new Date(), networkOf });
  const listening = await listen(http, settings);
  const firstWords = await firstStart(site, env, listening.address, new Date());
  const pileOns = watchPileOns(site, () => new Date());
  const stopJobs = startJobs(site, () => new Date());

  async function shutDown() {
    stopJobs();
    pileOns.stop();
    lateness.stop();
    await live.close();
    await listening.stop();
    await counting.close();
    await site.database.close();
    process.exit(0);
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void shutDown());
  for (const line of firstWords) console.log(line);
  console.log(`Understory is at ${listening.address}`);
  if (settings.development) void broadcastDevReady(build as unknown as ServerBuild);
}

/** What one process writes the others don't hear of: where there can be others, pages for guests are kept less long. */
function keepGuestPages({ database }: Site) {
  const pages = createGuestPages({ variantOf: guestVariant, longest: dialect === "pg" ? 5 * SECOND : MINUTE });
  database.onWritten((tables) => {
    if (guestsMaySee(tables)) pages.forget();
  });
  return pages;
}

/** Whether the database can be read. */
const answers = (site: Site): Promise<boolean> =>
  site.database.read
    .select()
    .from(settingsTable)
    .limit(1)
    .then(
      () => true,
      () => false,
    );

try {
  await boot(readEnv());
} catch (error) {
  // Whoever starts the server reads this; it holds settings at most, and nothing of a member.
  console.error(`understory: ${error instanceof Error ? error.message : "the server could not start"}`);
  process.exit(1);
}
