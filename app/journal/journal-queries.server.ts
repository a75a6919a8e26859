import { and, eq, isNull } from "drizzle-orm";
import { accountKeys, journalEntries, journalImages } from "#db/schema";
import type { Reader } from "#db/types";
import { fromLink, toLink } from "../platform/ids";
import type { Keeper } from "./door.server";
import { byDay, type ShownEntry } from "./entry";
import { openEntry, openImage } from "./seal-entry.server";

type Row = typeof journalEntries.$inferSelect;
const shown = (key: Buffer, { id, sealed, kept, removed }: Row): ShownEntry => ({
  ...openEntry(key, id, sealed),
  link: toLink(id),
  kept,
  removed,
});

/** Every entry of the journal that's open, the latest day first: those that are there, and those taken out within a day. */
export async function readJournal(
  read: Reader,
  { viewer, key }: Keeper,
): Promise<{ entries: ShownEntry[]; removed: ShownEntry[] }> {
  const rows = await read.select().from(journalEntries).where(eq(journalEntries.accountId, viewer.accountId));
  const all = rows.map((row) => shown(key, row)).sort(byDay);
  return { entries: all.filter((one) => !one.removed), removed: all.filter((one) => one.removed) };
}

/** One's own entry; null for anything else, and for one that was taken out. */
export async function readEntry(read: Reader, { viewer, key }: Keeper, id: number): Promise<ShownEntry | null> {
  const [row] = await read.select().from(journalEntries).where(ownEntry(viewer.accountId, id));
  return row ? shown(key, row) : null;
}

/** The image of one's own entry, or null. */
export async function readImage(read: Reader, { viewer, key }: Keeper, id: number) {
  const [row] = await read
    .select({ entry: journalEntries, image: journalImages.sealed })
    .from(journalEntries)
    .innerJoin(journalImages, eq(journalImages.entryId, journalEntries.id))
    .where(ownEntry(viewer.accountId, id));
  if (!row) return null;
  const { image } = openEntry(key, id, row.entry.sealed);
  return image && { kind: image.kind, bytes: openImage(key, id, row.image) };
}

/** Which row an account may touch by this id: its own, not taken out. */
export const ownEntry = (accountId: number, id: number) =>
  and(eq(journalEntries.id, id), eq(journalEntries.accountId, accountId), isNull(journalEntries.removed));

/** How many entries and images an account holds, taken out ones, too. */
export async function countJournal(read: Reader, accountId: number): Promise<{ entries: number; images: number }> {
  const rows = await read
    .select({ image: journalImages.entryId })
    .from(journalEntries)
    .leftJoin(journalImages, eq(journalImages.entryId, journalEntries.id))
    .where(eq(journalEntries.accountId, accountId));
  return { entries: rows.length, images: rows.filter((row) => row.image !== null).length };
}

/** Whether the recovery code in force opens the journal, too. */
export async function codeOpensJournal(read: Reader, accountId: number): Promise<boolean> {
  const [wraps] = await read
    .select({ byCode: accountKeys.byCode })
    .from(accountKeys)
    .where(eq(accountKeys.accountId, accountId));
  return Boolean(wraps?.byCode);
}

/** The entry that an address names; throws 404 for anything but one's own. */
export async function requireEntry(read: Reader, keeper: Keeper, link: string | undefined): Promise<ShownEntry> {
  const id = fromLink(link);
  const entry = id === null ? null : await readEntry(read, keeper, id);
  if (!entry) throw new Response(null, { status: 404 });
  return entry;
}
