import { inArray } from "drizzle-orm";
import { spaces, topics } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { topicAddress } from "../../discussion/posts/prepare-text.server";
import { titlesFor } from "../../discussion/topics/topic-queries.server";
import type { Language } from "../../i18n/i18n";
import { DAY } from "../../platform/time";
import { canSee } from "../../spaces/permissions";
import { membershipsOf } from "../../spaces/space-queries.server";
import type { PartName } from "./parts";
import type { RecordOf } from "./records";

/** For whom an archive is made. `viewer` has only the names that it's of, so that whatever is asked answers for these alone. */
export type Taker = {
  read: Reader;
  viewer: Member;
  /** The names by id, burned ones left out. */
  names: ReadonlyMap<number, string>;
  ids: number[];
  /** All names, and what belongs to the account; false for an archive of one name. */
  whole: boolean;
  language: Language;
  now: Date;
};

/** Where a part comes from: `find` lists what there is by keys or short rows, `tell` reads a batch of them. */
export type Source<N extends PartName, Key = unknown> = {
  find(taker: Taker): Promise<Key[]>;
  tell(taker: Taker, batch: Key[]): Promise<RecordOf<N>[]>;
};

/** A source whose keys stay its own affair. */
export const source =
  <N extends PartName>() =>
  <Key>(find: Source<N, Key>["find"], tell: Source<N, Key>["tell"]): Source<N> =>
    ({ find, tell }) as Source<N>;

/** The taker of all names, or of the one in `slot`. Burned names are never among them. */
export function takerOf(
  { read, language, now }: Pick<Taker, "read" | "language" | "now">,
  viewer: Member,
  slot: number | null,
): Taker {
  const own = viewer.pseudonyms.filter((name) => name.state !== "burned" && (slot === null || name.slot === slot));
  return {
    read,
    viewer: { ...viewer, pseudonyms: own },
    names: new Map(own.map(({ id, name }) => [id, name])),
    ids: own.map(({ id }) => id),
    whole: slot === null,
    language,
    now,
  };
}

/** A day (UTC) as archives tell it. */
export const dayOf = (at: Date) => at.toISOString().slice(0, 10);
export const monthOf = (at: Date) => at.toISOString().slice(0, 7);
/** The Monday of a week counted by `weekOf`. */
export const mondayOf = (week: number) => dayOf(new Date((week * 7 + 4) * DAY));

export type Place = { space: string | null; topic: string | null; address: string | null };
export const NOWHERE: Place = { space: null, topic: null, address: null };

/** Spaces by id, as far as the taker can enter them now: a circle that they left isn't named. */
export async function spacesFor({ read, viewer }: Taker, ids: number[]): Promise<Map<number, string>> {
  if (!ids.length) return new Map();
  const [rows, memberships] = await Promise.all([
    read
      .select({ id: spaces.id, name: spaces.name, kind: spaces.kind })
      .from(spaces)
      .where(inArray(spaces.id, [...new Set(ids)])),
    membershipsOf(read, viewer),
  ]);
  return new Map(rows.filter((space) => canSee(viewer, space, memberships)).map(({ id, name }) => [id, name]));
}

/** Where topics are and what they're called, as far as the taker may know it now. */
export async function placesFor(taker: Taker, topicIds: number[]): Promise<Map<number, Place>> {
  const ids = [...new Set(topicIds)];
  if (!ids.length) return new Map();
  const rows = await taker.read
    .select({ id: topics.id, spaceId: topics.spaceId })
    .from(topics)
    .where(inArray(topics.id, ids));
  const seen = await spacesFor(
    taker,
    rows.map((row) => row.spaceId),
  );
  const there = rows.filter((row) => seen.has(row.spaceId));
  const titles = await titlesFor(
    taker.read,
    taker.viewer,
    there.map((row) => row.id),
  );
  return new Map(
    there.map(({ id, spaceId }) => [
      id,
      { space: seen.get(spaceId)!, topic: titles.get(id) || null, address: topicAddress(id) },
    ]),
  );
}
