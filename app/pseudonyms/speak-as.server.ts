import { and, eq } from "drizzle-orm";
import { accounts, spaceVoices } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import type { Member, OwnPseudonym } from "../accounts/viewer";
import type { Outcome } from "../platform/outcome";
import type { Site } from "../site/site";
import { maySpeakAs } from "./permissions";

/** Lets one of the viewer's names speak wherever a space remembers none. Refusals: `not-found`, `closed`, `limited`. */
export async function speakAs(site: Site, viewer: Member, slot: number, now: Date): Promise<Outcome> {
  const allowed = maySpeakAs(viewer, slot);
  if (!allowed.ok) return allowed;
  const pace = await site.limits.take("change-settings", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  await site.database.transaction(async (tx) => {
    await tx.update(accounts).set({ slot }).where(eq(accounts.id, viewer.accountId));
    tx.afterCommit(() => site.events.publish({ kind: "account-changed", accountId: viewer.accountId }));
  });
  return { ok: true };
}

/** Remembers as whom somebody speaks in a space. The caller has asked `maySpeakAs`. */
export async function rememberVoice(tx: Tx, accountId: number, spaceId: number, slot: number): Promise<void> {
  await tx
    .insert(spaceVoices)
    .values({ accountId, spaceId, slot })
    .onConflictDoUpdate({ target: [spaceVoices.accountId, spaceVoices.spaceId], set: { slot } });
}

/** As whom the viewer speaks in a space: the name it remembers, else the one that speaks by default, else any that can; null when none can. */
export async function voiceIn(read: Reader, viewer: Member, spaceId: number): Promise<OwnPseudonym | null> {
  const [remembered] = await read
    .select({ slot: spaceVoices.slot })
    .from(spaceVoices)
    .where(and(eq(spaceVoices.accountId, viewer.accountId), eq(spaceVoices.spaceId, spaceId)));
  return speaking(viewer, remembered?.slot);
}

/** The name in `slot` if it can speak, else the default one, else the first that can. */
export function speaking(viewer: Pick<Member, "pseudonyms" | "slot">, slot?: number): OwnPseudonym | null {
  const able = viewer.pseudonyms.filter((name) => name.state === "active");
  const inSlot = (wanted: number | undefined) => able.find((name) => name.slot === wanted);
  return inSlot(slot) ?? inSlot(viewer.slot) ?? able[0] ?? null;
}
