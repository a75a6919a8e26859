import { desc } from "drizzle-orm";
import { notifications } from "#db/schema";
import type { Tx } from "#db/types";

type Row = typeof notifications.$inferInsert;
/** To whom: a pseudonym (what happens in public) or an account (its reports, its sanctions); never both. */
type To = { pseudonymId: number; accountId?: undefined } | { accountId: number; pseudonymId?: undefined };
export type News = To & Pick<Row, "kind" | "postId" | "topicId" | "spaceId" | "reportId" | "caseId" | "gatheringId">;

const AT_ONCE = 200;

/** Tells people of something, inside the transaction in which it happens. The caller has asked who must not hear of it. */
export async function notify(tx: Tx, news: News[], now: Date): Promise<void> {
  if (!news.length) return;
  const [last] = await tx
    .select({ bump: notifications.bump })
    .from(notifications)
    .orderBy(desc(notifications.bump))
    .limit(1);
  const first = (last?.bump ?? 0) + 1;
  const rows = news.map((one, i) => ({ ...one, bump: first + i, created: now }));
  for (let i = 0; i < rows.length; i += AT_ONCE) await tx.insert(notifications).values(rows.slice(i, i + AT_ONCE));
}
