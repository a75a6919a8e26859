import { kit } from "../kit";

const { table, text, hour } = kit;

/** When a timed job last finished, so that several processes and restarts run it once an hour. */
export const jobRuns = table("job_runs", { name: text().primaryKey(), finished: hour().notNull() });
