import type { Reader } from "#db/types";
import type { OwnPseudonym, Viewer } from "../../accounts/viewer";
import { readSettings } from "../../agreements/settings-queries.server";
import { newId, toLink } from "../../platform/ids";
import type { ComposerChoices } from "./composer-fields";
import { rememberedSlot, usualSpeaker } from "./speaking.server";

/** What a composer in this space offers its writer; null for whoever has no name that may speak there. */
export async function composerChoices(
  read: Reader,
  viewer: Viewer,
  space: { id: number; speakers: OwnPseudonym[] },
): Promise<(ComposerChoices & { speaking: { name: string; seed: number } }) | null> {
  if (viewer.kind === "guest") return null;
  const usual = usualSpeaker(viewer, space, await rememberedSlot(read, viewer.accountId, space.id));
  if (!usual) return null;
  const { contentNotes } = await readSettings(read);
  return {
    speakers: space.speakers.map(({ slot, name }) => ({ slot, name })),
    usual: usual.slot,
    notes: contentNotes,
    once: toLink(newId()),
    speaking: { name: usual.name, seed: usual.leaf },
  };
}
