import { and, desc, eq, ne } from "drizzle-orm";
import { matchMessages, matchVoices } from "#db/schema";
import { silence } from "../../accounts/silence";
import type { Member } from "../../accounts/viewer";
import { newId } from "../../platform/ids";
import { seal } from "../../platform/keys.server";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { ownVoice } from "./match-queries.server";

/** Writes to the others of a match under one's alias there. Refusals: `suspended`, `muted`, `limited`, `not-found`. */
export async function writeInMatch(
  site: Site,
  viewer: Member,
  { match: matchId, words }: { match: number; words: string },
  now: Date,
): Promise<Outcome> {
  const silenced = silence(viewer);
  if (silenced) return silenced;
  const pace = await site.limits.take("write-in-match", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const voice = await ownVoice(tx, viewer.accountId, matchId, now);
    if (!voice) return refused("not-found");
    const [last] = await tx
      .select({ position: matchMessages.position })
      .from(matchMessages)
      .where(eq(matchMessages.matchId, matchId))
      .orderBy(desc(matchMessages.position))
      .limit(1);
    const id = newId();
    const sealed = seal("match-message", words, String(id));
    const position = (last?.position ?? 0) + 1;
    await tx.insert(matchMessages).values({ id, matchId, voiceId: voice.id, position, sealed });
    await tx
      .update(matchVoices)
      .set({ seen: false })
      .where(and(eq(matchVoices.matchId, matchId), ne(matchVoices.id, voice.id)));
    return { ok: true };
  });
}

/** Remembers that one of the five has looked. */
export async function markLooked(site: Site, { id, seen }: { id: number; seen: boolean }): Promise<void> {
  if (seen) return;
  await site.database.transaction((tx) => tx.update(matchVoices).set({ seen: true }).where(eq(matchVoices.id, id)));
}

/** Leaves a match with everything one wrote there: at once, at any time, and without a limit. */
export async function leaveMatch(
  site: Site,
  viewer: Member,
  { match: matchId }: { match: number },
  now: Date,
): Promise<Outcome> {
  return site.database.transaction(async (tx) => {
    const voice = await ownVoice(tx, viewer.accountId, matchId, now);
    if (!voice) return refused("not-found");
    await tx.delete(matchVoices).where(eq(matchVoices.id, voice.id));
    tx.afterCommit(() => site.database.scrub());
    return { ok: true };
  });
}
