import { accounts, circleMembers, offices, pseudonyms, sessions, spaces } from "#db/schema";
import type { Office, Standing, Viewer } from "~/accounts/viewer";
import { guest } from "~/accounts/viewer";
import type { PostInput, TopicInput } from "~/discussion/forms";
import { writePost } from "~/discussion/posts/write-post.server";
import { startTopic } from "~/discussion/topics/start-topic.server";
import { memoryCounters } from "~/limits/counters";
import { createLimits } from "~/limits/limits";
import { createShield } from "~/limits/shield/shield";
import { createEvents, type SiteEvent } from "~/platform/events";
import { newId, toLink } from "~/platform/ids";
import { sha256 } from "~/platform/keys.server";
import { DAY, HOUR, plus, weekOf } from "~/platform/time";
import { memberOf } from "~/pseudonyms/find-viewer.server";
import { nameKeyOf } from "~/pseudonyms/name-key";
import { sealLink } from "~/pseudonyms/sealed-link.server";
import type { Site } from "~/site/site";
import { freshDatabase } from "./database";

/** Somebody in a test's community: one account, one session, one pseudonym to begin with. */
export type Person = { name: string; accountId: number; pseudonymId: number; sessionId: string; token: string };

type About = {
  standing?: Standing;
  offices?: Office[];
  branch?: number;
  weeksHere?: number;
  younger?: boolean;
  alsoAs?: string[];
};

const START = new Date("2026-05-04T13:47:31.123Z");

/** A community on a fresh database of the engine under test, with a clock that moves only when told. `start`: now, for a served one. */
export async function openWorld({ start = START } = {}) {
  const database = await freshDatabase();
  const heard: SiteEvent[] = [];
  const events = createEvents();
  events.listen((event) => heard.push(event));
  const shield = createShield();
  const site: Site = { database, limits: createLimits(memoryCounters(), undefined, shield), shield, events };
  let now = start;

  return {
    site,
    read: database.read,
    file: database.file,
    url: database.url,
    /** One more handle on the database, as another process would open it. */
    another: database.another,
    /** Every event published so far. */
    heard,
    get now() {
      return now;
    },
    later(ms: number) {
      now = plus(now, ms);
      return now;
    },

    /** A new member; `alsoAs` names further pseudonyms of the same account, in slots 2 to 5. */
    async member(name: string, about: About = {}): Promise<Person> {
      const token = `${name.toLowerCase().replace(/[^a-z]/g, "")}${"0".repeat(40)}`.slice(0, 40);
      const person = { name, accountId: newId(), pseudonymId: newId(), sessionId: sha256(token), token };
      await database.transaction(async (tx) => {
        await tx.insert(accounts).values({
          id: person.accountId,
          signInKey: `of ${name}`,
          secretHash: "no secret opens this",
          secretKind: "codename",
          recoveryHash: `of ${name}`,
          standing: about.standing ?? "member",
          joinedWeek: weekOf(now) - (about.weeksHere ?? 8),
          lastSeen: now,
          branch: about.branch ?? null,
          younger: about.younger ?? false,
        });
        await tx.insert(sessions).values({
          id: person.sessionId,
          accountId: person.accountId,
          expires: plus(now, 30 * DAY),
          ownDevice: true,
          started: now,
        });
        for (const [i, own] of [name, ...(about.alsoAs ?? [])].entries()) {
          const pseudonymId = i === 0 ? person.pseudonymId : newId();
          await tx
            .insert(pseudonyms)
            .values({ id: pseudonymId, name: own, nameKey: nameKeyOf(own), leaf: newId() % 2 ** 31 });
          await sealLink(tx, { accountId: person.accountId, slot: i + 1, pseudonymId });
        }
        for (const office of about.offices ?? []) {
          await tx.insert(offices).values({ pseudonymId: person.pseudonymId, office, since: now });
        }
      });
      return person;
    },

    /** The person as the commands see them now; `null` is a guest. */
    async viewer<P extends Person | null>(
      person: P,
    ): Promise<P extends Person ? Exclude<Viewer, { kind: "guest" }> : Viewer> {
      const viewer = person ? await memberOf(database.read, person.accountId, person.sessionId, now) : guest;
      if (!viewer) throw new Error(`${person?.name} has no account any more`);
      return viewer as never;
    },

    async space(kind: "open" | "members" | "circle", { name = `A space (${kind})`, members = [] as Person[] } = {}) {
      const space = { id: newId(), slug: name.toLowerCase().replace(/[^a-z]+/g, "-"), name, kind };
      await database.transaction(async (tx) => {
        await tx.insert(spaces).values({ ...space, purpose: "For the tests" });
        for (const [i, member] of members.entries()) {
          await tx
            .insert(circleMembers)
            .values({ spaceId: space.id, pseudonymId: member.pseudonymId, state: "in", host: i === 0 });
        }
      });
      return space;
    },

    /** A topic that somebody started, with its first post; time passes, so that no limit is met. */
    async topic(author: Person, space: { id: number }, about: Partial<TopicInput> = {}) {
      now = plus(now, HOUR);
      const viewer = await this.viewer(author);
      const input = { title: "A topic", body: "How it begins", ...about, space: space.id };
      const started = await startTopic(site, viewer, input, now);
      if (!started.ok) throw new Error(`${author.name} can't start a topic: ${started.reason}`);
      return { id: started.topicId, postId: started.postId, link: toLink(started.topicId), author, space };
    },

    /** A post that somebody wrote in a topic. */
    async post(author: Person, topic: { id: number }, about: Partial<PostInput> = {}) {
      now = plus(now, HOUR);
      const viewer = await this.viewer(author);
      const written = await writePost(site, viewer, { body: "What I think", ...about, topic: topic.id }, now);
      if (!written.ok) throw new Error(`${author.name} can't post: ${written.reason}`);
      return { id: written.postId, position: written.position, link: toLink(written.postId), author, topic };
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
