import { eq } from "drizzle-orm";
import { pileOns } from "#db/schema";
import type { Tx } from "#db/types";
import { appendToLog } from "../../public-log/append-entry.server";
import { slows } from "../../safety/pile-on/slow-strangers.server";

type Wish = typeof pileOns.$inferSelect.wish;

/** Keeps what is to be done about strangers at a name, and writes into the public log when they begin or cease to be slowed. */
export async function changeWish(tx: Tx, caseId: number, wish: Wish, now: Date): Promise<void> {
  const [before] = await tx.select({ wish: pileOns.wish }).from(pileOns).where(eq(pileOns.caseId, caseId));
  if (!before || before.wish === wish) return;
  await tx.update(pileOns).set({ wish }).where(eq(pileOns.caseId, caseId));
  if (slows(before.wish) === slows(wish)) return;
  await appendToLog(tx, { act: slows(wish) ? "pile-on-slowed" : "pile-on-over", office: "software" }, now);
}
