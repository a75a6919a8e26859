import { and, eq, gte, inArray, isNotNull, lt, ne } from "drizzle-orm";
import { blocks, hiddenPosts, posts, reports } from "#db/schema";
import type { Reader } from "#db/types";
import { DAY, floorToHour, HOUR, plus, weekOf } from "../../platform/time";
import { accountBehind, accountsBehind, linksOfAccounts } from "../../pseudonyms/sealed-link.server";
import { communityShares, originsOf } from "../../reports/origin-queries.server";
import { namesMet } from "../../safety/pile-on/strangers.server";
import {
  type Approach,
  type PileOnFacts,
  type StrangerFacts,
  usualWindows,
  WINDOW_HOURS,
} from "../../safety/pile-on/weigh-pile-on";
import { type PostAt, readPostsAt, readReportsAt } from "./approaches.server";

/** How far back one looks for what is usual, and for whether somebody was silent. */
const LOOKED_BACK = 28 * DAY;
/** Accounts this young are new here, in weeks. */
const NEW_WEEKS = 2;
/** Fewer names than this are no pile-on: nothing else is asked then. */
export const FEWEST_NAMES = 6;

const hourOf = (at: Date) => Math.floor(at.getTime() / HOUR);

/** The first hour of the window that ends now. */
export const windowStart = (now: Date) => plus(floorToHour(now), -(WINDOW_HOURS - 1) * HOUR);

/** The posts of strangers at a name since an hour: of names that had no exchange with it before. */
export async function strangersPosts(read: Reader, nameId: number, since: Date, now: Date): Promise<PostAt[]> {
  const came = await readPostsAt(read, nameId, since, plus(now, HOUR));
  const met = await namesMet(read, nameId, namesOf(came), since);
  return came.filter((one) => !met.has(one.pseudonymId));
}

const namesOf = (came: { pseudonymId: number }[]) => [...new Set(came.map((one) => one.pseudonymId))];

/** Everything that `weighPileOn` weighs about a name; null where too few came to ask further. The target's own account is no stranger. */
export async function readPileOnFacts(read: Reader, nameId: number, now: Date): Promise<PileOnFacts | null> {
  const since = windowStart(now);
  const came = await readPostsAt(read, nameId, since, plus(now, HOUR));
  const told = await readReportsAt(read, nameId, since);
  if (namesOf(came).length + new Set(told.map((one) => one.accountId)).size < FEWEST_NAMES) return null;
  const own = await accountBehind(read, nameId);
  if (own === null) return null;
  const met = await namesMet(read, nameId, namesOf(came), since);
  const strange = came.filter((one) => !met.has(one.pseudonymId));
  const behind = await accountsBehind(read, namesOf(strange));
  const reporters = told.map((one) => one.accountId);
  const links = await linksOfAccounts(read, [...new Set([...behind.values(), ...reporters])]);
  const reportersMet = await namesMet(
    read,
    nameId,
    links.filter((link) => reporters.includes(link.accountId)).map((link) => link.pseudonymId),
    since,
  );
  const known = new Set(links.filter((link) => reportersMet.has(link.pseudonymId)).map((link) => link.accountId));
  const approaches: Approach[] = [
    ...strange.flatMap(({ pseudonymId, route, topicId, written }) => {
      const from = behind.get(pseudonymId);
      return from === undefined || from === own ? [] : [{ from, route, place: topicId, hour: hourOf(written) }];
    }),
    ...told
      .filter(({ accountId }) => !known.has(accountId) && accountId !== own)
      .map(({ accountId, written }) => ({
        from: accountId,
        route: "report" as const,
        place: null,
        hour: hourOf(written),
      })),
  ];
  const ids = [...new Set(approaches.map((one) => one.from))];
  const origins = await originsOf(read, [own, ...ids]);
  const signs = await readSigns(read, own, strange, behind, ids);
  const spoke = await whoSpoke(read, links, since);
  const strangers = new Map<number, StrangerFacts>();
  for (const id of ids) {
    const origin = origins.get(id);
    if (!origin) continue;
    const { branch, joinedWeek } = origin;
    strangers.set(id, {
      branch,
      joinedWeek,
      burst: origin.burst ?? null,
      quiet: weekOf(now) - joinedWeek < NEW_WEEKS || !spoke.has(id),
      turnedAway: signs.turnedAway.has(id),
      reported: signs.reported.has(id),
    });
  }
  const earlier = await readPostsAt(read, nameId, plus(since, -LOOKED_BACK), since);
  const windows = usualWindows(
    earlier.map((one) => ({ from: one.pseudonymId, route: one.route, place: one.topicId, hour: hourOf(one.written) })),
  );
  const target = origins.get(own);
  return {
    approaches,
    strangers,
    target: { branch: target?.branch ?? null, joinedWeek: target?.joinedWeek ?? -1, burst: target?.burst ?? null },
    shareOf: await communityShares(read),
    usual: windows.length ? windows.reduce((a, b) => a + b) / windows.length : 0,
    hour: hourOf(now),
  };
}

/** Whom the member has turned away from since, and whom others reported for what they wrote at them. */
async function readSigns(read: Reader, own: number, came: PostAt[], behind: Map<number, number>, ids: number[]) {
  const names = namesOf(came);
  const postIds = came.map((one) => one.postId);
  const authorOf = new Map(came.map((one) => [one.postId, behind.get(one.pseudonymId)]));
  const blocked = await read
    .select({ pseudonymId: blocks.pseudonymId })
    .from(blocks)
    .where(and(eq(blocks.ownerAccountId, own), inArray(blocks.pseudonymId, names)));
  const hidden = await read
    .select({ postId: hiddenPosts.postId })
    .from(hiddenPosts)
    .where(and(eq(hiddenPosts.accountId, own), inArray(hiddenPosts.postId, postIds)));
  const told = await read
    .select({ postId: reports.subjectId, by: reports.reporterAccountId })
    .from(reports)
    .where(and(eq(reports.kind, "post"), inArray(reports.subjectId, postIds), isNotNull(reports.reporterAccountId)));
  const accountsOf = (rows: { postId: number }[]) => rows.flatMap(({ postId }) => authorOf.get(postId) ?? []);
  return {
    turnedAway: new Set([
      ...blocked.flatMap(({ pseudonymId }) => behind.get(pseudonymId) ?? []),
      ...accountsOf([...hidden, ...told.filter(({ by }) => by === own)]),
    ]),
    // Those who come can't speak for or against each other.
    reported: new Set(accountsOf(told.filter(({ by }) => by !== own && !ids.includes(by!)))),
  };
}

/** The accounts that wrote anything, under any of their names, in the weeks before. */
async function whoSpoke(read: Reader, links: { accountId: number; pseudonymId: number }[], since: Date) {
  const owners = new Map(links.map((link) => [link.pseudonymId, link.accountId]));
  const spoke = await read
    .selectDistinct({ id: posts.pseudonymId })
    .from(posts)
    .where(
      and(
        inArray(posts.pseudonymId, [...owners.keys()]),
        gte(posts.written, plus(since, -LOOKED_BACK)),
        lt(posts.written, since),
        ne(posts.state, "removed-by-decision"),
      ),
    );
  return new Set(spoke.map(({ id }) => owners.get(id)!));
}
