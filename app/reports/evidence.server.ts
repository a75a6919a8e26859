import { desc, eq, inArray } from "drizzle-orm";
import { evidence } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { newId } from "../platform/ids";
import { seal, sha256, unseal } from "../platform/keys.server";
import type { SealedCopy } from "./item";

type Sealed = typeof evidence.$inferSelect;

const digestOf = (id: number, plain: string) => sha256(`${id}:${plain}`);

const open = (row: Sealed): SealedCopy => {
  const plain = unseal("evidence", row.sealed, String(row.id));
  if (digestOf(row.id, plain) !== row.digest) throw new Error("a sealed copy doesn't match its digest");
  return JSON.parse(plain) as SealedCopy;
};

/** Seals a copy into a case, unless the case holds the very same one: a thousand reports need one copy of one text. */
export async function sealCopy(
  tx: Tx,
  { caseId, reportId, copy }: { caseId: number; reportId: number; copy: SealedCopy },
  now: Date,
): Promise<void> {
  const plain = JSON.stringify(copy);
  const rows = await tx.select().from(evidence).where(eq(evidence.caseId, caseId));
  if (rows.some((row) => row.digest === digestOf(row.id, plain))) return;
  const id = newId();
  await tx.insert(evidence).values({
    id,
    caseId,
    reportId,
    sealed: seal("evidence", plain, String(id)),
    digest: digestOf(id, plain),
    taken: now,
  });
}

/**
 * Opens the sealed copies of a case, the newest first. The only way to them: whoever calls this has made sure that the
 * reader handles the case. Throws when a copy was tampered with.
 */
export async function openCopies(
  read: Reader,
  caseId: number,
): Promise<{ copy: SealedCopy; digest: string; taken: Date }[]> {
  const rows = await read.select().from(evidence).where(eq(evidence.caseId, caseId)).orderBy(desc(evidence.taken));
  return rows.map((row) => ({ copy: open(row), digest: row.digest, taken: row.taken }));
}

/** Whether one of these cases holds a copy of this very text. For the software's own rules; the text goes nowhere. */
export async function holdsText(read: Reader, caseIds: number[], text: string): Promise<boolean> {
  if (!caseIds.length) return false;
  const rows = await read.select().from(evidence).where(inArray(evidence.caseId, caseIds));
  return rows.some((row) => open(row).text === text);
}
