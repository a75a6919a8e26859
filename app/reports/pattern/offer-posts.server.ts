import { and, desc, eq, gte, inArray } from "drizzle-orm";
import { posts, topics } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { toLink } from "../../platform/ids";
import { type Outcome, refused } from "../../platform/outcome";
import { plus } from "../../platform/time";
import { findName } from "../../pseudonyms/find-name.server";
import type { Site } from "../../site/site";
import { listSpaces } from "../../spaces/space-queries.server";
import { canReport } from "../permissions";
import { LOOKED_BACK, OFFERED } from "./pattern";

const BEGINNING = 160;

/** A post that can be reported together with others. `link`: its id, `address`: where it stands. */
export type Offered = { link: string; title: string; begins: string; written: Date; address: string };

/**
 * The visible posts of one name in the last 90 days that the viewer can see, the newest first, a page at a time. Nowhere
 * else are somebody's posts listed, so looking is counted. Refusals: "not-found", "own-thing", "limited".
 */
export async function offerPosts(
  site: Site,
  viewer: Member,
  { pseudonymId, page }: { pseudonymId: number; page: number },
  now: Date,
): Promise<Outcome<{ name: string; offered: Offered[]; more: boolean }>> {
  const { read } = site.database;
  const name = await findName(read, pseudonymId);
  if (!name) return refused("not-found");
  const allowed = canReport(viewer, { respondentPseudonymId: pseudonymId });
  if (!allowed.ok) return allowed;
  const pace = await site.limits.take("gather-posts", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const rows = await readPosts(read, viewer, pseudonymId, page, now);
  const offered = rows.slice(0, OFFERED).map(({ id, body, written, position, topicId, title }) => ({
    link: toLink(id),
    title,
    begins: body.length > BEGINNING ? `${body.slice(0, BEGINNING)}…` : body,
    written,
    address: `/t/${toLink(topicId)}/${position}`,
  }));
  return { ok: true, name: name.name, offered, more: rows.length > OFFERED };
}

async function readPosts(read: Reader, viewer: Member, pseudonymId: number, page: number, now: Date) {
  const spaces = (await listSpaces(read, viewer)).map((space) => space.id);
  return read
    .select({
      id: posts.id,
      body: posts.body,
      written: posts.written,
      position: posts.position,
      topicId: posts.topicId,
      title: topics.title,
    })
    .from(posts)
    .innerJoin(topics, eq(topics.id, posts.topicId))
    .where(
      and(
        eq(posts.pseudonymId, pseudonymId),
        eq(posts.state, "visible"),
        inArray(topics.spaceId, spaces),
        gte(posts.written, plus(now, -LOOKED_BACK)),
      ),
    )
    .orderBy(desc(posts.written), desc(posts.position), desc(posts.id))
    .limit(OFFERED + 1)
    .offset((page - 1) * OFFERED);
}
