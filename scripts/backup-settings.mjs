// What `npm run backup` and `npm run restore` share: where things are, and a line that says how far they are.
import { join } from "node:path";
import { readEnv } from "../app/platform/env.server.ts";

export const env = readEnv();

/** Where the community is. */
export const place = { url: env.DATABASE_URL, file: join(env.UNDERSTORY_DATA, "understory.db") };

/** Says in one line how many rows of how many are done; in a file of lines only every tenth part. */
export function progress(what) {
  let said = -1;
  return (done, of) => {
    const percent = of === 0 ? 100 : Math.floor((100 * done) / of);
    if (process.stdout.isTTY) process.stdout.write(`\r${what}: ${percent}% (${done} of ${of} rows)`);
    else if (percent >= said + 10 || (percent === 100 && said < 100)) console.log(`${what}: ${percent}%`);
    else return;
    said = percent;
    if (percent === 100 && process.stdout.isTTY) process.stdout.write("\n");
  };
}

/** Runs `work`; what it refuses is said in a line and no stack, since whoever reads it can do something about it. */
export async function run(work) {
  try {
    await work();
  } catch (error) {
    console.error(`\nunderstory: ${error instanceof Error ? error.message : "something went wrong"}`);
    process.exit(1);
  }
}
