import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { openDatabase } from "#db/open";
import { accounts, invitations, offices, pseudonyms, sessions, spaces } from "#db/schema";
import type { Member, Standing } from "~/accounts/viewer";
import { postsOfPage } from "~/discussion/posts/post-queries.server";
import { writePost } from "~/discussion/posts/write-post.server";
import { startTopic } from "~/discussion/topics/start-topic.server";
import { findTopic } from "~/discussion/topics/topic-queries.server";
import { codeHashOf } from "~/joining/invitation-queries.server";
import { join } from "~/joining/join.server";
import { offerAccount } from "~/joining/offer-account.server";
import { memoryCounters } from "~/limits/counters";
import { createLimits } from "~/limits/limits";
import { createShield } from "~/limits/shield/shield";
import { createEvents } from "~/platform/events";
import { newId } from "~/platform/ids";
import { randomToken } from "~/platform/keys.server";
import type { Outcome } from "~/platform/outcome";
import { DAY, MINUTE, plus, weekOf } from "~/platform/time";
import { memberOf } from "~/pseudonyms/find-viewer.server";
import { nameKeyOf } from "~/pseudonyms/name-key";
import { sealLink } from "~/pseudonyms/sealed-link.server";
import { watchShield } from "~/safety/shield/watch-shield.server";
import type { Site } from "~/site/site";
import type { Chance } from "../../support/crowds";

export type Someone = { viewer: Member; standing: Standing };
export type Deed = { at: number; act: (now: Date) => Promise<unknown> };

export const START = new Date("2026-05-04T00:00:00Z");

const LETTERS = "bdfgklmnprstvz";
/** A number as a name: names that differ only in figures are one name. */
const nameOf = (n: number) =>
  `Sim ${[...n.toString(14)].map((figure) => `${LETTERS[Number.parseInt(figure, 14)]}a`).join("")}`;

export const percentile = (all: number[], part: number) => {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
};

/** A community of its own on SQLite, lived through with a clock that jumps from deed to deed. */
export async function openPlace(random: Chance, members = 1_000) {
  const folder = mkdtempSync(joinPath(tmpdir(), "understory-simulated-"));
  const database = await openDatabase({ url: undefined, file: joinPath(folder, "understory.db") });
  const shield = createShield();
  const site: Site = {
    database,
    limits: createLimits(memoryCounters(), undefined, shield),
    shield,
    events: createEvents(),
  };
  const reads: number[] = [];
  const steps: { at: number; step: number }[] = [];
  let names = 0;
  const space = newId();
  await database.transaction((tx) =>
    tx.insert(spaces).values({ id: space, slug: "commons", name: "Commons", kind: "open", purpose: "All of it" }),
  );

  async function person(standing: Standing, { moderator = false, branch = random.below(60) } = {}): Promise<Someone> {
    const name = nameOf(names++);
    const [accountId, pseudonymId, sessionId] = [newId(), newId(), randomToken(20)];
    await database.transaction(async (tx) => {
      await tx.insert(accounts).values({
        id: accountId,
        signInKey: name,
        secretHash: "none",
        secretKind: "codename",
        recoveryHash: name,
        standing,
        joinedWeek: weekOf(START) - (standing === "newcomer" ? 0 : 10 + random.below(100)),
        lastSeen: START,
        branch,
      });
      const expires = plus(START, 60 * DAY);
      await tx.insert(sessions).values({ id: sessionId, accountId, expires, ownDevice: true, started: START });
      await tx.insert(pseudonyms).values({ id: pseudonymId, name, nameKey: nameKeyOf(name), leaf: 1 });
      await sealLink(tx, { accountId, slot: 1, pseudonymId });
      if (moderator) await tx.insert(offices).values({ pseudonymId, office: "moderator", since: START });
    });
    return seen(accountId, sessionId, START);
  }

  async function seen(accountId: number, sessionId: string, now: Date): Promise<Someone> {
    const viewer = await memberOf(database.read, accountId, sessionId, now);
    if (!viewer) throw new Error("nobody");
    return { viewer, standing: viewer.standing };
  }

  const people: Someone[] = [];
  for (let i = 0; i < members; i++) {
    const standing = i % 20 === 0 ? "newcomer" : i % 2 ? "established" : "member";
    people.push(await person(standing, { moderator: i > 0 && i <= 4 }));
  }
  const topics: { id: number; postId: number }[] = [];

  const place = {
    site,
    /** The moment that all times are counted from, in ms. */
    start: START.getTime(),
    people,
    topics,
    reads,
    steps,
    person,
    async topic(who: Someone, now: Date): Promise<Outcome> {
      const text = { title: "What I found", body: "It began last week, and I don't know what to think. ".repeat(8) };
      const done = await startTopic(site, who.viewer, { ...text, space }, now);
      if (done.ok) topics.push({ id: done.topicId, postId: done.postId });
      return done;
    },
    post: (who: Someone, topic: number, now: Date): Promise<Outcome<{ postId: number }>> =>
      writePost(site, who.viewer, { topic, body: "I know what you mean. ".repeat(12) }, now),
    /** Comes in by an invitation that somebody made. The new member, or the refusal's reason. */
    async comeIn(network: string, now: Date): Promise<Someone | string> {
      const code = randomToken(16);
      const inviterAccountId = people[random.below(people.length)]!.viewer.accountId;
      const row = { codeHash: codeHashOf(code), kind: "member" as const, inviterAccountId, expires: plus(now, DAY) };
      await database.transaction((tx) => tx.insert(invitations).values(row));
      const page = await offerAccount(site, { code, name: nameOf(names++), age: "older", language: "en" }, now);
      if (!page.ok) return page.reason;
      const { sealed, offer } = page;
      const done = await join(site, { code, sealed, word: offer.words[2]!, ownDevice: false, network }, now);
      if (!done.ok) return done.reason;
      const rows = await database.read.query.sessions.findMany();
      return seen(done.accountId, rows.find((one) => one.accountId === done.accountId)!.id, now);
    },
    /** A guest reads the last page of a topic, as the page's loader does. */
    async read(topic: number) {
      const began = performance.now();
      const guest = { kind: "guest" } as const;
      const found = await findTopic(database.read, guest, topic);
      if (found) await postsOfPage(database.read, guest, topic, Math.max(1, Math.ceil(found.posts / 20)));
      reads.push(performance.now() - began);
    },
    /** Does all of it in its order, with the shield's job every `every` ms from `from` until `end`. */
    async live(deeds: Deed[], { from = 0, end, every = MINUTE }: { from?: number; end: number; every?: number }) {
      const order = [...deeds].sort((a, b) => a.at - b.at);
      let next = 0;
      for (let at = from; at <= end; at += every) {
        for (; next < order.length && order[next]!.at < at; next++)
          await order[next]!.act(plus(START, order[next]!.at));
        await watchShield(site, plus(START, at));
        if (site.shield.now.step !== (steps.at(-1)?.step ?? 0)) steps.push({ at, step: site.shield.now.step });
      }
    },
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return place;
}

export type Place = Awaited<ReturnType<typeof openPlace>>;

/** What a simulation answers: words for the table, and what the attackers (or in a month everybody) tried, by time. */
export type Told = {
  name: string;
  achieved: string;
  noticed: string;
  over: string;
  p99: string;
  series: { unit: string; through: number[]; refused: number[] };
};

/** Counts by time, for the plot. */
export function buckets(count: number, each: number) {
  const through = Array<number>(count).fill(0);
  const refused = Array<number>(count).fill(0);
  return {
    through,
    refused,
    add(at: number, ok: boolean) {
      const i = Math.min(count - 1, Math.floor(at / each));
      (ok ? through : refused)[i]! += 1;
    },
  };
}

/** The highest step that the shield took, when it began and when all was as ever, in words. */
export function stepsSaid({ steps }: Place, from: number): { highest: string; over: string } {
  if (!steps.length) return { highest: "no step", over: "nothing to end" };
  const highest = Math.max(...steps.map(({ step }) => step));
  const minutes = Math.round((steps[0]!.at - from) / MINUTE);
  const ended =
    steps.at(-1)!.step === 0 ? `${((steps.at(-1)!.at - from) / 3_600_000).toFixed(1)} h after it began` : "not yet";
  return { highest: `step ${highest}, the first after ${minutes} min`, over: ended };
}
