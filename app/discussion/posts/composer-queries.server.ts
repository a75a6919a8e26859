import { and, eq } from "drizzle-orm";
import { accounts, drafts, spaceVoices } from "#db/schema";
import type { Reader } from "#db/types";
import type { OwnPseudonym, Viewer } from "../../accounts/viewer";
import { readSettings } from "../../agreements/settings-queries.server";
import { newId, toLink } from "../../platform/ids";
import { usualSpeaker } from "../../pseudonyms/voice-guard.server";
import { type DraftPlace, placeKey } from "../drafts/draft-place";
import { asKept, type KeptDraft } from "../drafts/draft-queries.server";
import type { ComposerChoices } from "./composer-fields";

/** What a composer at this place offers its writer, with the draft they kept; null for whoever has no name that may speak there. */
export async function composerChoices(
  read: Reader,
  viewer: Viewer,
  space: { id: number; speakers: OwnPseudonym[] },
  place: DraftPlace,
): Promise<(ComposerChoices & { speaking: { name: string; seed: number }; draft: KeptDraft | null }) | null> {
  if (viewer.kind === "guest") return null;
  const { slot, draft } = await readOwn(read, viewer.accountId, space.id, place);
  const usual = usualSpeaker(viewer, space, slot);
  if (!usual) return null;
  const { contentNotes } = await readSettings(read);
  return {
    speakers: space.speakers.map(({ slot, name }) => ({ slot, name })),
    usual: usual.slot,
    notes: contentNotes,
    once: toLink(newId()),
    speaking: { name: usual.name, seed: usual.leaf },
    draft,
  };
}

/** The slot that spoke in a space before and the draft for a place, either null: one question for both. */
async function readOwn(read: Reader, accountId: number, spaceId: number, place: DraftPlace) {
  const [row] = await read
    .select({ slot: spaceVoices.slot, draft: { title: drafts.title, body: drafts.body, kept: drafts.kept } })
    .from(accounts)
    .leftJoin(spaceVoices, and(eq(spaceVoices.accountId, accounts.id), eq(spaceVoices.spaceId, spaceId)))
    .leftJoin(drafts, and(eq(drafts.accountId, accounts.id), eq(drafts.place, placeKey(place))))
    .where(eq(accounts.id, accountId));
  return { slot: row?.slot ?? null, draft: row?.draft ? asKept(row.draft) : null };
}
