import { and, gt, inArray, isNull, lt, lte, notInArray, or } from "drizzle-orm";
import { conductOptOuts, handlerWishes, offices, rotaWeeks } from "#db/schema";
import type { Tx } from "#db/types";
import { weekOf } from "../../platform/time";

const tables = [handlerWishes, conductOptOuts, rotaWeeks] as const;

/** Erases what these names wished for their work, and the weeks they took. */
export async function forgetShiftsOf(tx: Tx, pseudonymIds: number[]): Promise<void> {
  for (const table of tables) await tx.delete(table).where(inArray(table.pseudonymId, pseudonymIds));
}

/** Erases the same of at most so many names that handle no cases any more; answers how many there were. */
export async function forgetShiftsWithoutOffice(tx: Tx, now: Date, most: number): Promise<number> {
  const inOffice = tx
    .select({ id: offices.pseudonymId })
    .from(offices)
    .where(and(inArray(offices.office, ["moderator", "steward"]), or(isNull(offices.until), gt(offices.until, now))));
  const over = new Set<number>();
  for (const table of tables) {
    const rows = await tx
      .selectDistinct({ id: table.pseudonymId })
      .from(table)
      .where(notInArray(table.pseudonymId, inOffice))
      .limit(most);
    for (const { id } of rows) over.add(id);
  }
  const due = [...over].slice(0, most);
  if (due.length) await forgetShiftsOf(tx, due);
  return due.length;
}

/** Erases weeks of first call that are over. There are few: all at once. */
export async function forgetPastWeeks(tx: Tx, now: Date): Promise<number> {
  await tx.delete(rotaWeeks).where(lt(rotaWeeks.week, weekOf(now)));
  return 0;
}

/** Empties the day on which a break ended. */
export async function forgetPastBreaks(tx: Tx, now: Date): Promise<number> {
  await tx.update(handlerWishes).set({ backOn: null }).where(lte(handlerWishes.backOn, now));
  return 0;
}
