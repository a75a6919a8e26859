import { desc, eq } from "drizzle-orm";
import { caseEntries } from "#db/schema";
import type { Tx } from "#db/types";

export type CaseEntry = Pick<typeof caseEntries.$inferInsert, "kind"> & {
  actorPseudonymId?: number | undefined;
  alias?: string | undefined;
  words?: string;
};

/** Writes what happened into a case, inside the transaction of the deed itself. */
export async function appendCaseEntry(tx: Tx, caseId: number, entry: CaseEntry, now: Date): Promise<void> {
  const [last] = await tx
    .select({ position: caseEntries.position })
    .from(caseEntries)
    .where(eq(caseEntries.caseId, caseId))
    .orderBy(desc(caseEntries.position))
    .limit(1);
  await tx.insert(caseEntries).values({
    caseId,
    position: (last?.position ?? 0) + 1,
    kind: entry.kind,
    actorPseudonymId: entry.actorPseudonymId ?? null,
    alias: entry.alias ?? null,
    words: entry.words ?? "",
    at: now,
  });
}
