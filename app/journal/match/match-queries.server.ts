import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { matches, matchMessages, matchVoices, namings } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { fromLink, toLink } from "../../platform/ids";
import { unseal } from "../../platform/keys.server";
import type { Keeper } from "../door.server";
import { openName, placesOf } from "./naming.server";
import { mayName } from "./permissions";

const ownVoices = (accountId: number, now: Date) =>
  and(inArray(matchVoices.owner, placesOf(accountId)), gt(matches.until, now));

/** One's own voice in a match that lasts; null for everybody who isn't in it. */
export async function ownVoice(read: Reader | Tx, accountId: number, matchId: number, now: Date) {
  const [row] = await read
    .select({ voice: matchVoices, until: matches.until })
    .from(matchVoices)
    .innerJoin(matches, eq(matches.id, matchVoices.matchId))
    .where(and(ownVoices(accountId, now), eq(matches.id, matchId)));
  return row ? { ...row.voice, until: row.until } : null;
}

/** What an account has named, by name; and the matches that came of it. */
export async function readNamings(read: Reader, { viewer, key }: Keeper, now: Date) {
  const own = await read
    .select()
    .from(namings)
    .where(inArray(namings.owner, placesOf(viewer.accountId)));
  const found = await read
    .select({ voice: matchVoices, until: matches.until })
    .from(matchVoices)
    .innerJoin(matches, eq(matches.id, matchVoices.matchId))
    .where(ownVoices(viewer.accountId, now));
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
  return {
    named: own
      .map((row) => ({ link: toLink(row.id), name: openName(key, row), resting: row.rests !== null }))
      .sort(byName),
    matches: found
      .map(({ voice, until }) => ({ link: toLink(voice.matchId), name: openName(key, voice), until, seen: voice.seen }))
      .sort(byName),
  };
}

/** How many matches have something that this member hasn't seen. No row of news tells of it: five at once would name the five. */
export async function countMatchNews(read: Reader, viewer: Member, now: Date): Promise<number> {
  if (viewer.standing !== "established" || !mayName(viewer)) return 0;
  const waiting = await read
    .select({ id: matchVoices.id })
    .from(matchVoices)
    .innerJoin(matches, eq(matches.id, matchVoices.matchId))
    .where(and(ownVoices(viewer.accountId, now), sql`not ${matchVoices.seen}`));
  return waiting.length;
}

/** A match as one of the five sees it: aliases and words, their own answer, and nobody else's. Throws 404 for anybody else. */
export async function requireMatch(read: Reader, { viewer, key }: Keeper, link: string | undefined, now: Date) {
  const matchId = fromLink(link);
  const voice = matchId === null ? null : await ownVoice(read, viewer.accountId, matchId, now);
  if (!voice) throw new Response(null, { status: 404 });
  const rows = await read
    .select({ id: matchMessages.id, sealed: matchMessages.sealed, alias: matchVoices.alias })
    .from(matchMessages)
    .innerJoin(matchVoices, eq(matchVoices.id, matchMessages.voiceId))
    .where(eq(matchMessages.matchId, voice.matchId))
    .orderBy(asc(matchMessages.position));
  const { alias, answer, slot, until, seen } = voice;
  return {
    id: voice.id,
    name: openName(key, voice),
    alias,
    answer,
    slot,
    until,
    seen,
    said: rows.map((row) => ({
      link: toLink(row.id),
      alias: row.alias,
      own: row.alias === alias,
      words: unseal("match-message", row.sealed, String(row.id)),
    })),
  };
}
