import { setImmediate } from "node:timers/promises";
import { count, eq } from "drizzle-orm";
import { accounts, follows, posts, pseudonyms, readMarks, sessions, settings, spaces, topics } from "#db/schema";
import type { Database } from "#db/types";
import { signInKey } from "~/accounts/codename.server";
import { hashSecret } from "~/accounts/hashing.server";
import { renderText } from "~/discussion/text/render-text.server";
import { newId } from "~/platform/ids";
import { sha256 } from "~/platform/keys.server";
import { DAY, HOUR, plus, weekOf } from "~/platform/time";
import { sealLink } from "~/pseudonyms/sealed-link.server";
import { aText, aTitle, numbersFrom } from "./made-up-text";

/** Enough accounts that the limits, which are as in real life, leave room for every request of a measure. */
export const MEMBERS = 3_000;
const POSTS_A_TOPIC = 25;
const SPACES = 12;
/** Different texts; each post has one of them, rendered as the forum renders. */
const TEXTS = 2_000;
/** Rows of one INSERT: 13 columns each, and SQLite takes 32,766 values. */
const ROWS = 500;
/** Topics of one transaction. What is stopped half-way goes on after the last whole one. */
const TOPICS_AT_ONCE = 40;
const MADE = "bench: topics made";

export const tokenOf = (member: number) => `bench${String(member).padStart(35, "0")}`;
/** What member `n` types: everybody has the same five words, so that one hash serves all. */
export const SIGN_IN_SECRET = "abacus abdomen abdominal abide abiding";
export const signInNameOf = (member: number) => `member ${member}`;

export type Made = { topics: number[]; slugs: string[] };

const slices = <T>(rows: T[], size = ROWS) =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));

/**
 * Fills the database up to `wanted` posts and tells how far it is. Goes on where an earlier run was stopped; does
 * nothing when all is there. The same posts come out whether it was stopped or not, but for their random ids.
 */
export async function fillCommunity(
  database: Database,
  wanted: number,
  now: Date,
  tell: (posts: number) => void,
): Promise<void> {
  const pseudonymIds = await fillMembers(database, now);
  const spaceIds = await fillSpaces(database);
  const next = numbersFrom(1);
  const texts = Array.from({ length: TEXTS }, () => aText(next));
  const around = { pageOfName: () => null, topic: "/t/0" };
  const rendered = texts.map((body) => ({ body, ...pick(renderText(body, around)) }));
  const topicsWanted = Math.ceil(wanted / POSTS_A_TOPIC);
  const [row] = await database.read.select().from(settings).where(eq(settings.key, MADE));
  for (let made = Number(row?.value ?? 0); made < topicsWanted; ) {
    const upTo = Math.min(topicsWanted, made + TOPICS_AT_ONCE);
    const batch = Array.from({ length: upTo - made }, (_, i) => topicRows(made + i));
    await database.transaction(async (tx) => {
      for (const rows of slices(batch.map((one) => one.topic))) await tx.insert(topics).values(rows);
      for (const rows of slices(batch.flatMap((one) => one.posts))) await tx.insert(posts).values(rows);
      for (const rows of slices(batch.map(({ topic }) => ({ pseudonymId: topic.pseudonymId, topicId: topic.id }))))
        await tx.insert(follows).values(rows);
      await tx
        .insert(settings)
        .values({ key: MADE, value: upTo })
        .onConflictDoUpdate({ target: settings.key, set: { value: upTo } });
    });
    made = upTo;
    tell(made * POSTS_A_TOPIC);
    await setImmediate();
  }

  function topicRows(n: number) {
    const draw = numbersFrom(1_000 + n);
    const started = plus(now, -(topicsWanted - n) * HOUR - DAY);
    const author = () => pseudonymIds[Math.floor(draw() * pseudonymIds.length)]!;
    const id = newId();
    const topic = {
      id,
      spaceId: spaceIds[n % spaceIds.length]!,
      pseudonymId: author(),
      title: aTitle(draw),
      language: draw() < 0.5 ? ("en" as const) : ("es" as const),
      contentNotes: draw() < 0.1 ? ["violence"] : [],
      posts: POSTS_A_TOPIC,
      bump: n + 1,
      started,
      lastPost: plus(started, POSTS_A_TOPIC * HOUR),
    };
    const rows = Array.from({ length: POSTS_A_TOPIC }, (_, i) => ({
      id: newId(),
      topicId: id,
      position: i + 1,
      pseudonymId: i === 0 ? topic.pseudonymId : author(),
      ...rendered[Math.floor(draw() * rendered.length)]!,
      contentNotes: i === 0 ? topic.contentNotes : [],
      storyLabel: draw() < 0.2 ? ("closed" as const) : ("ask" as const),
      written: plus(started, i * HOUR),
    }));
    return { topic, posts: rows };
  }
}

const pick = ({ html, renderer }: { html: string; renderer: number }) => ({ html, renderer });

async function fillMembers(database: Database, now: Date): Promise<number[]> {
  const known = await database.read.select({ id: pseudonyms.id, name: pseudonyms.name }).from(pseudonyms);
  const secretHash = known.length < MEMBERS ? await hashSecret(SIGN_IN_SECRET) : "";
  const made: number[] = known.map(({ id }) => id);
  for (let first = known.length; first < MEMBERS; first += ROWS) {
    const batch = Array.from({ length: Math.min(ROWS, MEMBERS - first) }, (_, i) => ({
      n: first + i,
      accountId: newId(),
      pseudonymId: newId(),
    }));
    await database.transaction(async (tx) => {
      await tx.insert(accounts).values(
        batch.map(({ n, accountId }) => ({
          id: accountId,
          signInKey: signInKey(signInNameOf(n)),
          secretHash: secretHash!,
          secretKind: "codename" as const,
          recoveryHash: `bench ${n}`,
          standing: "established" as const,
          joinedWeek: weekOf(now) - 30,
          lastSeen: now,
        })),
      );
      await tx.insert(sessions).values(
        batch.map(({ n, accountId }) => ({
          id: sha256(tokenOf(n)),
          accountId,
          expires: plus(now, 10 * DAY),
          ownDevice: true,
          started: now,
        })),
      );
      await tx.insert(pseudonyms).values(
        batch.map(({ n, pseudonymId }) => ({
          id: pseudonymId,
          name: `Bench ${n}`,
          nameKey: `bench ${n}`,
          leaf: (n * 7919) % 2 ** 31,
        })),
      );
      for (const { accountId, pseudonymId } of batch) await sealLink(tx, { accountId, slot: 1, pseudonymId });
    });
    made.push(...batch.map(({ pseudonymId }) => pseudonymId));
  }
  // Sessions of a community that was made days ago are over.
  const [over] = await database.read.select({ n: count() }).from(sessions).where(eq(sessions.started, now));
  if (over!.n < MEMBERS)
    await database.transaction((tx) => tx.update(sessions).set({ started: now, expires: plus(now, 10 * DAY) }));
  return made;
}

async function fillSpaces(database: Database): Promise<number[]> {
  const known = await database.read.select({ id: spaces.id }).from(spaces).orderBy(spaces.position);
  if (known.length) return known.map(({ id }) => id);
  const rows = Array.from({ length: SPACES }, (_, i) => ({
    id: newId(),
    slug: `space-${i}`,
    name: `Space ${i}`,
    purpose: "What this space is for, in a sentence or two.",
    kind: i < 8 ? ("open" as const) : ("members" as const),
    position: i,
  }));
  await database.transaction((tx) => tx.insert(spaces).values(rows));
  return rows.map(({ id }) => id);
}

/** Reads of the first 500 members, so that "unread" has something to count; and open topics to ask for. */
export async function topicsToAsk(database: Database, many: number): Promise<Made> {
  const open = await database.read
    .select({ id: topics.id, slug: spaces.slug, bump: topics.bump })
    .from(topics)
    .innerJoin(spaces, eq(spaces.id, topics.spaceId))
    .where(eq(spaces.kind, "open"))
    .orderBy(topics.id)
    .limit(many);
  const [marked] = await database.read.select({ n: count() }).from(readMarks);
  if (!marked!.n) {
    const readers = await database.read.select({ id: accounts.id }).from(accounts).limit(500);
    for (const { id: accountId } of readers)
      await database.transaction((tx) =>
        tx
          .insert(readMarks)
          .values(open.slice(0, 60).map((topic, i) => ({ accountId, topicId: topic.id, position: i % 25 }))),
      );
  }
  return { topics: open.map(({ id }) => id), slugs: [...new Set(open.map(({ slug }) => slug))] };
}
