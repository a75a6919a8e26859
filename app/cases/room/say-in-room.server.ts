import { and, desc, eq, inArray } from "drizzle-orm";
import { roomMessages } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { newId } from "../../platform/ids";
import { seal } from "../../platform/keys.server";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { addressIn } from "./people-in-text";
import { nameIn, ownDuty } from "./room-queries.server";

/**
 * Says something to those on duty, under the name in that slot. Refuses "not-found" (isn't on duty), "limited", and
 * "names-somebody" with the word: no member is named there but those on duty, whether a case is about them or not.
 */
export async function sayInRoom(
  site: Site,
  viewer: Member,
  { slot, words }: { slot: number; words: string },
  now: Date,
): Promise<Outcome> {
  const own = (await ownDuty(site.database.read, viewer, now)).find((one) => one.slot === slot);
  if (!own) return refused("not-found");
  const pace = await site.limits.take("write-in-room", { account: viewer.accountId, standing: viewer.standing }, now);
  if (!pace.ok) return pace;
  const word = addressIn(words) ?? (await nameIn(site.database.read, words, now));
  if (word !== undefined) return refused("names-somebody", { word });
  await site.database.transaction((tx) => append(tx, own.pseudonymId, words, now));
  return { ok: true };
}

async function append(tx: Tx, pseudonymId: number, words: string, now: Date): Promise<void> {
  const [last] = await tx
    .select({ position: roomMessages.position })
    .from(roomMessages)
    .orderBy(desc(roomMessages.position))
    .limit(1);
  const id = newId();
  const sealed = seal("room-message", words, String(id));
  await tx.insert(roomMessages).values({ id, pseudonymId, position: (last?.position ?? 0) + 1, sealed, said: now });
}

/** Takes a message of one's own back. Refuses "not-found" for anybody else's; taking back twice is taking back once. */
export async function takeBack(site: Site, viewer: Member, messageId: number | null, now: Date): Promise<Outcome> {
  const own = (await ownDuty(site.database.read, viewer, now)).map((one) => one.pseudonymId);
  if (!own.length || messageId === null) return refused("not-found");
  const pace = await site.limits.take("write-in-room", { account: viewer.accountId, standing: viewer.standing }, now);
  if (!pace.ok) return pace;
  await site.database.transaction((tx) =>
    tx.delete(roomMessages).where(and(eq(roomMessages.id, messageId), inArray(roomMessages.pseudonymId, own))),
  );
  return { ok: true };
}

/** Erases what these names said among those on duty. */
export const forgetSaidInRoom = (tx: Tx, pseudonymIds: number[]) =>
  tx.delete(roomMessages).where(inArray(roomMessages.pseudonymId, pseudonymIds));
