import { and, eq, inArray } from "drizzle-orm";
import { matches, matchVoices, pseudonyms } from "#db/schema";
import type { Tx } from "#db/types";
import { silence } from "../../accounts/silence";
import type { Member } from "../../accounts/viewer";
import { languages } from "../../i18n/i18n";
import { fixedWords } from "../../i18n/words.server";
import { notify } from "../../notifications/notify.server";
import { type Outcome, refused } from "../../platform/outcome";
import { proposeNames } from "../../pseudonyms/names-in-use.server";
import { linksOfAccounts } from "../../pseudonyms/sealed-link.server";
import type { Site } from "../../site/site";
import { openCircleTogether } from "../../spaces/open-space.server";
import { ownVoice } from "./match-queries.server";
import { circleOf } from "./match-rule";
import { accountIn } from "./naming.server";

type Said = { answer: "yes"; slot: number } | { answer: "no" };

/**
 * Says whether a circle should open, and as which of one's own names (by slot) one would be in it; may be changed while the
 * match lasts. With the last of five yeses it opens, in the same transaction, and the match ends. `opened`: its name in the
 * address. Refusals: `suspended`, `muted`, `limited`, `not-found`, `invalid`.
 */
export async function answerMatch(
  site: Site,
  viewer: Member,
  { match: matchId, ...said }: Said & { match: number },
  now: Date,
): Promise<Outcome<{ opened: string | null }>> {
  const silenced = silence(viewer);
  if (silenced) return silenced;
  const slot = said.answer === "yes" ? said.slot : null;
  if (slot !== null && !viewer.pseudonyms.some((own) => own.slot === slot && own.state === "active"))
    return refused("invalid");
  const pace = await site.limits.take("answer-match", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx): Promise<Outcome<{ opened: string | null }>> => {
    const voice = await ownVoice(tx, viewer.accountId, matchId, now);
    if (!voice) return refused("not-found");
    await tx.update(matchVoices).set({ answer: said.answer, slot }).where(eq(matchVoices.id, voice.id));
    const voices = await tx.select().from(matchVoices).where(eq(matchVoices.matchId, matchId));
    const answers = voices.map(({ answer }) => answer);
    if (circleOf(answers, voice.until, now) !== "opens") return { ok: true, opened: null };
    const opened = await open(tx, voices, now);
    if (opened) tx.afterCommit(() => site.database.scrub());
    return { ok: true, opened };
  });
}

type Voice = typeof matchVoices.$inferSelect;

/** Opens the circle and ends the match. Whoever has burned or retired the name they chose is asked again first: then null. */
async function open(tx: Tx, voices: Voice[], now: Date): Promise<string | null> {
  const links = await linksOfAccounts(tx, voices.map(accountIn));
  const active = new Set(
    (
      await tx
        .select({ id: pseudonyms.id })
        .from(pseudonyms)
        .where(
          and(
            eq(pseudonyms.state, "active"),
            inArray(
              pseudonyms.id,
              links.map((link) => link.pseudonymId),
            ),
          ),
        )
    ).map(({ id }) => id),
  );
  const chosen = voices.map((voice) => {
    const link = links.find((one) => one.accountId === accountIn(voice) && one.slot === voice.slot);
    return { voice, id: link && active.has(link.pseudonymId) ? link.pseudonymId : null };
  });
  const gone = chosen.filter(({ id }) => id === null).map(({ voice }) => voice.id);
  if (gone.length) {
    await tx.update(matchVoices).set({ answer: null, slot: null, seen: false }).where(inArray(matchVoices.id, gone));
    return null;
  }
  const names = chosen.flatMap(({ id }) => (id === null ? [] : [id])).sort((a, b) => a - b);
  const [name] = await proposeNames(tx, "en", 1);
  const purpose = languages.map((language) => fixedWords(language, "match")("circlePurpose")).join(" ");
  const { spaceId, slug } = await openCircleTogether(tx, { name: name ?? "Five", purpose }, names);
  await notify(
    tx,
    names.map((pseudonymId) => ({ pseudonymId, kind: "circle-opened" as const, spaceId })),
    now,
  );
  await tx.delete(matches).where(eq(matches.id, voices[0]!.matchId));
  return slug;
}
