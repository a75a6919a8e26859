import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { evidence } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { newId } from "../platform/ids";
import { fingerprint, sameText, seal, sha256, unseal } from "../platform/keys.server";
import { openForNow, sealForStewards } from "../safety/quarantine/stewards-seal.server";
import type { SealedCopy } from "./item";

export type Sealed = typeof evidence.$inferSelect;

const digestOf = (id: number, plain: string) => sha256(`${id}:${plain}`);
/** Whether an opened text is what was sealed here. */
export const isCopyOf = (row: Sealed, plain: string) => digestOf(row.id, plain) === row.digest;
const markOf = (id: number, text: string) => fingerprint("set-aside", `${id}:${text}`);

const checked = (row: Sealed, plain: string): string => {
  if (!isCopyOf(row, plain)) throw new Error("a sealed copy doesn't match its digest");
  return plain;
};

const plainOf = (row: Sealed) => checked(row, unseal("evidence", row.sealed, String(row.id)));
const open = (row: Sealed) => JSON.parse(plainOf(row)) as SealedCopy;

/**
 * Seals a copy into a case, unless the case holds the very same one: a thousand reports need one copy of one text.
 * `forStewards`: so that nobody who decides can open it, nor the server once the stewards have a key.
 */
export async function sealCopy(
  tx: Tx,
  { caseId, reportId, copy, forStewards }: { caseId: number; reportId: number; copy: SealedCopy; forStewards: boolean },
  now: Date,
): Promise<number> {
  const plain = JSON.stringify(copy);
  const rows = await tx.select().from(evidence).where(eq(evidence.caseId, caseId));
  const same = rows.find((row) => isCopyOf(row, plain));
  if (same) return same.id;
  const id = newId();
  await tx.insert(evidence).values({
    id,
    caseId,
    reportId,
    ...(forStewards ? await setAsideAs(tx, id, copy) : { sealed: seal("evidence", plain, String(id)) }),
    digest: digestOf(id, plain),
    taken: now,
  });
  return id;
}

async function setAsideAs(tx: Tx, id: number, copy: SealedCopy) {
  const sealed = await sealForStewards(tx, JSON.stringify(copy), String(id));
  return { ...sealed, mark: markOf(id, copy.text) };
}

/**
 * Opens the sealed copies of a case, the newest first. The only way to them: whoever calls this has made sure that the
 * reader handles the case. What is sealed for stewards isn't among them. Throws when a copy was tampered with.
 */
export async function openCopies(
  read: Reader,
  caseId: number,
): Promise<{ id: number; reportId: number | null; copy: SealedCopy; digest: string; taken: Date }[]> {
  const rows = await read
    .select()
    .from(evidence)
    .where(and(eq(evidence.caseId, caseId), isNull(evidence.recipient)))
    .orderBy(desc(evidence.taken));
  return rows.map((row) => {
    const { id, reportId, digest, taken } = row;
    return { id, reportId, copy: open(row), digest, taken };
  });
}

/** Whether one of these cases holds a copy of this very text. For the software's own rules; the text goes nowhere. */
export async function holdsText(read: Reader, caseIds: number[], text: string): Promise<boolean> {
  if (!caseIds.length) return false;
  const rows = await read.select().from(evidence).where(inArray(evidence.caseId, caseIds));
  return rows.some((row) =>
    row.recipient === null ? open(row).text === text : sameText(row.mark ?? "", markOf(row.id, text)),
  );
}

/** Seals every copy of these cases anew, for stewards alone. */
export async function setCopiesAside(tx: Tx, caseIds: number[]): Promise<void> {
  const rows = await tx
    .select()
    .from(evidence)
    .where(and(inArray(evidence.caseId, caseIds), isNull(evidence.recipient)));
  for (const row of rows)
    await tx
      .update(evidence)
      .set(await setAsideAs(tx, row.id, open(row)))
      .where(eq(evidence.id, row.id));
}

/** Takes out of the copies of other cases what the thing there had answered. */
export async function forgetAnswered(tx: Tx, caseIds: number[]): Promise<void> {
  const rows = await tx
    .select()
    .from(evidence)
    .where(and(inArray(evidence.caseId, caseIds), isNull(evidence.recipient)));
  for (const row of rows) {
    const plain = JSON.stringify({ ...open(row), answered: "" });
    await tx
      .update(evidence)
      .set({ sealed: seal("evidence", plain, String(row.id)), digest: digestOf(row.id, plain) })
      .where(eq(evidence.id, row.id));
  }
}

/**
 * Gives copies that were sealed for stewards back to those who decide. What the server can't open is matched with what
 * stewards opened on their own machine (`opened`), by its digest; the rest stays sealed. Answers with the copies that the
 * post's words were only in.
 */
export async function giveCopiesBack(tx: Tx, rows: Sealed[], opened: string[]) {
  const only: SealedCopy[] = [];
  for (const row of rows) {
    if (row.recipient === null) continue;
    const plain =
      row.recipient === "server"
        ? checked(row, openForNow(row.sealed, String(row.id)))
        : opened.find((one) => isCopyOf(row, one));
    if (plain === undefined) continue;
    if (row.only) only.push(JSON.parse(plain) as SealedCopy);
    await tx
      .update(evidence)
      .set({ sealed: seal("evidence", plain, String(row.id)), recipient: null, mark: null, only: false })
      .where(eq(evidence.id, row.id));
  }
  return { only };
}

/** Seals for the stewards' key what has waited for it under the server's. */
export async function sealWhatWaits(tx: Tx): Promise<number> {
  const rows = await tx.select().from(evidence).where(eq(evidence.recipient, "server"));
  for (const row of rows) {
    const plain = checked(row, openForNow(row.sealed, String(row.id)));
    await tx
      .update(evidence)
      .set(await sealForStewards(tx, plain, String(row.id)))
      .where(eq(evidence.id, row.id));
  }
  return rows.length;
}
