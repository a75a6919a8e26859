import { eq } from "drizzle-orm";
import { journalEntries, journalImages } from "#db/schema";
import type { Tx } from "#db/types";
import { slowedStanding } from "../accounts/viewer";
import { newId } from "../platform/ids";
import { type Outcome, refused } from "../platform/outcome";
import type { CleanImage } from "../safety/images/image-kinds";
import type { Site } from "../site/site";
import type { Keeper } from "./door.server";
import type { Entry } from "./entry";
import { type EntryInput, MOST_ENTRIES, MOST_IMAGES } from "./forms";
import { countJournal, ownEntry } from "./journal-queries.server";
import { openEntry, sealEntry, sealImage } from "./seal-entry.server";

type Written = EntryInput & { image: CleanImage | null };

/** Keeps a new entry. Whoever is muted or suspended keeps theirs, too. Refusals: `limited`, `journal-full`. */
export async function keepEntry(
  site: Site,
  { viewer, key }: Keeper,
  input: Written,
  now: Date,
): Promise<Outcome<{ entryId: number }>> {
  const pace = await paceOf(site, { viewer, key }, input, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const held = await countJournal(tx, viewer.accountId);
    if (held.entries >= MOST_ENTRIES || (input.image && held.images >= MOST_IMAGES)) return refused("journal-full");
    const id = newId();
    const sealed = sealEntry(key, id, entryOf(input, null));
    await tx.insert(journalEntries).values({ id, accountId: viewer.accountId, sealed, kept: now });
    await keepImage(tx, key, id, input.image);
    return { ok: true, entryId: id };
  });
}

/**
 * Puts other words, and another image or none, into one's own entry; what stood there before is kept nowhere. Refusals:
 * `not-found`, `limited`, `journal-full`.
 */
export async function changeEntry(
  site: Site,
  { viewer, key }: Keeper,
  input: Written & { entry: number },
  now: Date,
): Promise<Outcome> {
  const pace = await paceOf(site, { viewer, key }, input, now);
  if (!pace.ok) return pace;
  const { entry: id } = input;
  return site.database.transaction(async (tx) => {
    const [row] = await tx.select().from(journalEntries).where(ownEntry(viewer.accountId, id));
    if (!row) return refused("not-found");
    const before = openEntry(key, id, row.sealed);
    if (input.image && !before.image && (await countJournal(tx, viewer.accountId)).images >= MOST_IMAGES)
      return refused("journal-full");
    const entry = entryOf(input, input.dropImage ? null : before.image);
    await tx
      .update(journalEntries)
      .set({ sealed: sealEntry(key, id, entry), kept: now })
      .where(eq(journalEntries.id, id));
    if (input.image || !entry.image) await tx.delete(journalImages).where(eq(journalImages.entryId, id));
    await keepImage(tx, key, id, input.image);
    tx.afterCommit(() => site.database.scrub());
    return { ok: true };
  });
}

function entryOf({ day, place, who, words, image }: Written, before: Entry["image"]): Entry {
  const shape = image && { kind: image.kind, width: image.width, height: image.height };
  return { day, place, who, words, image: shape ?? before };
}

async function keepImage(tx: Tx, key: Buffer, id: number, image: CleanImage | null): Promise<void> {
  if (image) await tx.insert(journalImages).values({ entryId: id, sealed: sealImage(key, id, image.bytes) });
}

async function paceOf(site: Site, { viewer }: Keeper, { image }: Pick<Written, "image">, now: Date) {
  const who = { account: viewer.accountId, standing: slowedStanding(viewer) };
  const pace = await site.limits.take("keep-entry", who, now);
  return pace.ok && image ? site.limits.take("keep-image", who, now) : pace;
}
