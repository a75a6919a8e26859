import type { z } from "zod";
import type { Member } from "../accounts/viewer";
import { doInRoom } from "../gatherings/room-deeds.server";
import { viewGathering } from "../gatherings/room-queries.server";
import { log } from "../platform/log.server";
import { refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { type Answer, type Ask, asks } from "./events";
import type { LiveSocket } from "./sockets.server";
import { postsInTopic } from "./topic-news.server";
import { memberAsking } from "./who-listens.server";

/** Asks under way at once on one socket; a page has one or two. */
const AT_ONCE = 8;
/** Asks, whatever they are, in ten seconds on one socket; a page that sends more is no page of ours. */
const IN_TEN_SECONDS = 60;

type Heard<A extends Ask> = z.output<(typeof asks)[A]>;
type Ears = { [A in Ask]: (member: Member, heard: Heard<A>, now: Date) => Promise<Answer<A>> };

/** Answers what a browser asks over its socket. Each ask goes through the door anew; nothing it sends can throw. */
export function hearAsks(site: Site, socket: LiveSocket, clock: () => Date): void {
  const paced = (member: Member, now: Date) =>
    site.limits.take("listen-live", { account: member.accountId, standing: member.standing }, now);

  const ears: Ears = {
    async "watch-gathering"(member, { gathering, since }, now) {
      const pace = await paced(member, now);
      if (!pace.ok) return pace;
      const view = await viewGathering(site.database.read, member, gathering, now, since);
      if (!view) return refused("not-found");
      socket.data.gathering = gathering;
      socket.data.since = view.room?.messages.at(-1)?.position ?? since;
      await rejoin(socket, "gathering", gathering);
      return { ok: true, view };
    },
    async "watch-topic"(member, { topic }, now) {
      const pace = await paced(member, now);
      if (!pace.ok) return pace;
      const posts = await postsInTopic(site.database.read, member, topic);
      if (posts === null) return refused("not-found");
      await rejoin(socket, "topic", topic);
      return { ok: true, posts };
    },
    do: (member, { gathering, asked }, now) => doInRoom(site, member, gathering, asked, now),
  };

  let underWay = 0;
  let window = { since: 0, heard: 0 };

  function tooMany(at: number): boolean {
    if (at < window.since || at - window.since >= 10_000) window = { since: at, heard: 0 };
    window.heard += 1;
    return window.heard > IN_TEN_SECONDS;
  }

  async function hear<A extends Ask>(ask: A, payload: unknown): Promise<Answer<A>> {
    const heard = asks[ask].safeParse(payload);
    if (!heard.success) return refused("invalid");
    if (underWay >= AT_ONCE) return refused("overloaded");
    underWay += 1;
    try {
      const now = clock();
      const member = await memberAsking(site, socket.data.cookie, now);
      if (!member) return refused("sign-in-first");
      return await ears[ask](member, heard.data as Heard<A>, now);
    } catch (error) {
      log.error("a socket's ask failed", error, { ask });
      return refused("overloaded");
    } finally {
      underWay -= 1;
    }
  }

  for (const ask of Object.keys(asks) as Ask[]) {
    socket.on(ask, (async (payload: unknown, answer: unknown) => {
      if (tooMany(clock().getTime())) return void socket.disconnect(true);
      const given = await hear(ask, payload);
      if (typeof answer === "function") answer(given);
      // Asked by a socket that had a member behind it: the session is over.
      if (given.ok || given.reason !== "sign-in-first") return;
      socket.emit("session-ended");
      socket.disconnect(true);
    }) as never);
  }
}

/** A page watches one gathering and one topic at most. */
async function rejoin(socket: LiveSocket, kind: "gathering" | "topic", id: number): Promise<void> {
  for (const room of socket.rooms) if (room.startsWith(`${kind}:`)) await socket.leave(room);
  await socket.join(`${kind}:${id}`);
}
