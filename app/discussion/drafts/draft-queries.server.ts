import { and, desc, eq } from "drizzle-orm";
import { drafts } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { toLink } from "../../platform/ids";
import { sha256 } from "../../platform/keys.server";
import { findSpace } from "../../spaces/space-queries.server";
import { topicAddress } from "../posts/prepare-text.server";
import { findTopic } from "../topics/topic-queries.server";
import { type DraftPlace, keptUntil, placeKey, readPlace } from "./draft-place";

/** A draft as its composer shows it. `mark` tells whether what is kept is still what the page showed. */
export type KeptDraft = { title: string; body: string; until: Date; mark: string };

type Words = { title: string; body: string };

/** What a form carries to say which kept text it began from. */
export const markOf = ({ title, body }: Words) => sha256(`draft:${title.length}:${title}:${body}`).slice(0, 32);

/** The row as its owner's composer shows it. */
export const asKept = ({ title, body, kept }: Words & { kept: Date }): KeptDraft => ({
  title,
  body,
  until: keptUntil(kept),
  mark: markOf({ title, body }),
});

/** The viewer's draft for one place as it is stored, or null. */
export async function storedDraft(read: Reader, accountId: number, place: DraftPlace) {
  const [draft] = await read
    .select()
    .from(drafts)
    .where(and(eq(drafts.accountId, accountId), eq(drafts.place, placeKey(place))));
  return draft ?? null;
}

/** A draft in its owner's list. `address`: the composer where it goes on; null where the viewer can't write any more. */
export type ListedDraft = Words & {
  link: string;
  kind: DraftPlace["kind"];
  /** The space or topic, as far as the viewer may know its name. */
  where: string | null;
  address: string | null;
  kept: Date;
  until: Date;
};

/** All drafts of the viewer, the last kept first. One whose place they can't enter any more is there, too. */
export async function listDrafts(read: Reader, viewer: Member): Promise<ListedDraft[]> {
  const rows = await read
    .select()
    .from(drafts)
    .where(eq(drafts.accountId, viewer.accountId))
    .orderBy(desc(drafts.kept), drafts.id);
  return Promise.all(
    rows.map(async ({ id, place, title, body, kept }) => {
      const at = readPlace(place);
      const found = at && (await placeFor(read, viewer, at));
      return {
        link: toLink(id),
        kind: at?.kind ?? "reply",
        where: found?.name || null,
        address: found?.address ?? null,
        title,
        body,
        kept,
        until: keptUntil(kept),
      };
    }),
  );
}

/** A place that the viewer can write in now: what it's called and where its composer is; null for any other. */
export async function placeFor(read: Reader, viewer: Member, { kind, id }: DraftPlace) {
  if (kind === "topic") {
    const space = await findSpace(read, viewer, id);
    return space && { name: space.name, address: `/s/${space.slug}/new` };
  }
  const topic = await findTopic(read, viewer, id);
  return topic && topic.state !== "removed" ? { name: topic.title, address: `${topicAddress(id)}/reply` } : null;
}
