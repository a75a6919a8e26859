import { mkdirSync } from "node:fs";
import { SingleBar } from "cli-progress";
import { openDatabase } from "#db/open";
import { fillCommunity, type Made, topicsToAsk } from "./community";
import type { Options } from "./options";

/** Makes the community that is measured, or what is missing of it, and answers what may be asked for in it. */
export async function prepareCommunity({ folder, posts }: Options): Promise<Made> {
  mkdirSync(folder, { recursive: true });
  const database = await openDatabase({ url: process.env.DATABASE_URL, file: `${folder}/understory.db` });
  const bar = new SingleBar({ format: "a community of {total} posts [{bar}] {percentage}% {eta_formatted} left" });
  bar.start(posts, 0);
  try {
    const now = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000);
    await fillCommunity(database, posts, now, (made) => bar.update(Math.min(made, posts)));
    bar.update(posts);
    return await topicsToAsk(database, 2_000);
  } finally {
    bar.stop();
    await database.scrub();
    await database.close();
  }
}
