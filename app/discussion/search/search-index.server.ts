import { type SQL, sql } from "drizzle-orm";
import { dialect } from "#db/kit";
import type { Reader } from "#db/types";
import type { Viewer } from "../../accounts/viewer";
import { ftsQuery, tsQuery } from "./search-words";

/** Ranked are the newest so many; what's older than these is found with one more word. */
export const NEWEST = 1_000;
/** Titles are few: so many of them are looked at. */
const TITLES = 200;
const NOBODY = -1;

/** A post that matches; more weight is a better match. */
export type Match = { postId: number; weight: number };

type Asked = { viewer: Viewer; words: string[]; spaceIds: number[] };

/** What the viewer may see and hasn't turned away from, over the tables `posts`, `topics` and `pseudonyms`. */
function visibleTo({ viewer, spaceIds }: Asked): SQL {
  const account = viewer.kind === "member" ? viewer.accountId : NOBODY;
  const spaces = sql.join(
    spaceIds.map((id) => sql`${id}`),
    sql`, `,
  );
  return sql`topics.space_id in (${spaces}) and topics.state <> 'removed' and posts.state = 'visible'
    and pseudonyms.state <> 'burned'
    ${viewer.kind === "guest" ? sql`and posts.story_label <> 'closed'` : sql``}
    and not exists (select 1 from blocks where blocks.owner_account_id = ${account} and blocks.pseudonym_id = posts.pseudonym_id)
    and not exists (select 1 from hidden_posts where hidden_posts.account_id = ${account} and hidden_posts.post_id = posts.id)`;
}

/** The newest posts in which all the words stand, and the opening posts of topics whose titles hold them. The one place where the engines differ. */
export async function searchIndex(read: Reader, asked: Asked): Promise<{ bodies: Match[]; titles: Match[] }> {
  if (!asked.words.length || !asked.spaceIds.length) return { bodies: [], titles: [] };
  const [bodies, titles] = await (dialect === "pg" ? inPostgres(read, asked) : inSqlite(read, asked));
  return { bodies, titles };
}

const found = (weight: SQL) => ({ postId: sql<number>`posts.id`, weight: weight as SQL<number> });

function inSqlite(read: Reader, asked: Asked) {
  const query = ftsQuery(asked.words);
  // `cross join` keeps SQLite to this order: newest matches first, each looked up by its row number, until there are enough.
  // Left to itself it builds an index of all posts for every question; `indexed by` fails rather than let it.
  const bodies = read
    .select(found(sql`-bm25(post_words)`))
    .from(
      sql`post_words cross join posts indexed by posts_in_search
          on ((posts.written << 43) | (posts.id & 8796093022207)) = +post_words.rowid
        cross join topics on topics.id = posts.topic_id cross join pseudonyms on pseudonyms.id = posts.pseudonym_id`,
    )
    .where(sql`post_words match ${query} and ${visibleTo(asked)}`)
    .orderBy(sql`post_words.rowid desc`)
    .limit(NEWEST);
  const titles = read
    .select(found(sql`-bm25(topic_words)`))
    .from(
      sql`topic_words cross join topics on topics.id = topic_words.rowid
        cross join posts on posts.topic_id = topics.id and posts.position = 1
        cross join pseudonyms on pseudonyms.id = posts.pseudonym_id`,
    )
    .where(sql`topic_words match ${query} and ${visibleTo(asked)}`)
    .limit(TITLES);
  return Promise.all([bodies, titles]);
}

function inPostgres(read: Reader, asked: Asked) {
  const query = sql`to_tsquery('simple', fold_accents(${tsQuery(asked.words)}))`;
  const bodies = read
    .select(found(sql`ts_rank(posts.words, ${query})`))
    .from(sql`posts join topics on topics.id = posts.topic_id join pseudonyms on pseudonyms.id = posts.pseudonym_id`)
    .where(sql`posts.words @@ ${query} and ${visibleTo(asked)}`)
    .orderBy(sql`posts.written desc`)
    .limit(NEWEST);
  const titles = read
    .select(found(sql`ts_rank(topics.words, ${query})`))
    .from(
      sql`topics join posts on posts.topic_id = topics.id and posts.position = 1
        join pseudonyms on pseudonyms.id = posts.pseudonym_id`,
    )
    .where(sql`topics.words @@ ${query} and ${visibleTo(asked)}`)
    .limit(TITLES);
  return Promise.all([bodies, titles]);
}
