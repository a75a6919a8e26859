import { Cron } from "croner";
import { log } from "../platform/log.server";
import type { Site } from "../site/site";
import { type Job, jobs } from "./jobs.server";

/** Runs one job; a failure is logged and waits for the next turn. */
export async function runJob(job: Job, site: Site, now: Date): Promise<boolean> {
  try {
    await job.run(site, now);
    return true;
  } catch (error) {
    log.error("a timed job failed", error, { job: job.name });
    return false;
  }
}

/** Runs every job once now (what was missed while the server was off) and then by the clock. Answers with what stops them. */
export function startJobs(site: Site, clock: () => Date): () => void {
  const timers = jobs.map(
    (job) =>
      new Cron(
        job.pattern,
        { protect: true, timezone: "UTC", unref: true },
        async () => void (await runJob(job, site, clock())),
      ),
  );
  void (async () => {
    for (const job of jobs) await runJob(job, site, clock());
  })();
  return () => {
    for (const timer of timers) timer.stop();
  };
}
