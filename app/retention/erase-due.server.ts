import { eq, lte } from "drizzle-orm";
import { pseudonyms } from "#db/schema";
import { erasePostsOf } from "../discussion/posts/erase-posts-of.server";
import { forgetName } from "../pseudonyms/held-name.server";
import { accountBehind } from "../pseudonyms/sealed-link.server";
import type { Site } from "../site/site";

/**
 * Overwrites the words of every name whose `undoUntil` is past: all that a burned one wrote, and what any other took back
 * when its owner left. A burned name with no account behind it is forgotten itself. A few posts at a time; needs to know
 * nobody, so that it can go on after a crash, in any process. Answers with how many names were settled.
 */
export async function eraseDue(site: Site, now: Date): Promise<number> {
  const { database } = site;
  const due = await database.read
    .select({ id: pseudonyms.id, state: pseudonyms.state })
    .from(pseudonyms)
    .where(lte(pseudonyms.undoUntil, now));
  for (const { id, state } of due) {
    await erasePostsOf(site, [id], { withdrawnOnly: state !== "burned" });
    await database.transaction(async (tx) => {
      await tx.update(pseudonyms).set({ undoUntil: null }).where(eq(pseudonyms.id, id));
      if (state === "burned" && (await accountBehind(tx, id)) === null) await forgetName(tx, id);
    });
  }
  if (due.length) await database.scrub();
  return due.length;
}
