import { and, eq } from "drizzle-orm";
import { spaceVoices } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import type { Member, OwnPseudonym } from "../accounts/viewer";
import { type Refused, refused } from "../platform/outcome";

type Choice = { slot?: number; sureSlot?: number };
type Place = { id: number; speakers: OwnPseudonym[] };

/** The slot under which somebody has spoken in a space before, or null. */
export async function rememberedSlot(read: Reader, accountId: number, spaceId: number): Promise<number | null> {
  const [voice] = await read
    .select({ slot: spaceVoices.slot })
    .from(spaceVoices)
    .where(and(eq(spaceVoices.accountId, accountId), eq(spaceVoices.spaceId, spaceId)));
  return voice?.slot ?? null;
}

/** Who speaks where nothing else is said: the name used here before, the account's usual one, or whichever may. */
export const usualSpeaker = (viewer: Member, place: Place, remembered: number | null): OwnPseudonym | undefined =>
  place.speakers.find((own) => own.slot === remembered) ??
  place.speakers.find((own) => own.slot === viewer.slot) ??
  place.speakers[0];

/**
 * The name that speaks. The pseudonym guard: who has spoken here under one name and now chooses another is asked
 * once (`other-name`), and goes on by sending the same slot as `sureSlot`.
 */
export async function chooseSpeaker(
  read: Reader,
  viewer: Member,
  place: Place,
  choice: Choice,
): Promise<{ ok: true; speaker: OwnPseudonym } | Refused> {
  const remembered = await rememberedSlot(read, viewer.accountId, place.id);
  const usual = usualSpeaker(viewer, place, remembered);
  const speaker = choice.slot === undefined ? usual : place.speakers.find((own) => own.slot === choice.slot);
  if (!speaker || !usual) return refused("not-allowed");
  const switches = remembered !== null && usual.slot === remembered && speaker.slot !== remembered;
  return switches && choice.sureSlot !== speaker.slot ? refused("other-name") : { ok: true, speaker };
}

/** Remembers under which name somebody speaks in a space. */
export async function rememberVoice(tx: Tx, accountId: number, spaceId: number, slot: number): Promise<void> {
  await tx
    .insert(spaceVoices)
    .values({ accountId, spaceId, slot })
    .onConflictDoUpdate({ target: [spaceVoices.accountId, spaceVoices.spaceId], set: { slot } });
}
