import { viewGathering } from "../gatherings/room-queries.server";
import type { SiteEvent } from "../platform/events";
import { toLink } from "../platform/ids";
import { log } from "../platform/log.server";
import type { Site } from "../site/site";
import { type LiveServer, type LiveSocket, socketsIn } from "./sockets.server";
import { postsInTopic } from "./topic-news.server";
import { memberTold } from "./who-listens.server";

/** Tells open sockets what changed: each what its own viewer may see at that moment, and nothing else. */
export function createTeller(site: Site, io: LiveServer, clock: () => Date) {
  const read = site.database.read;
  /** Rooms being told now; `true` when something has changed since it began. */
  const telling = new Map<string, boolean>();

  function hangUp(socket: LiveSocket) {
    socket.emit("session-ended");
    socket.disconnect(true);
  }

  async function tellOfGathering(socket: LiveSocket, gatheringId: number) {
    const now = clock();
    const member = await memberTold(site, socket.data, now);
    if (!member) return hangUp(socket);
    const view = await viewGathering(read, member, gatheringId, now, socket.data.since);
    if (!view) {
      socket.leave(`gathering:${gatheringId}`);
      return socket.emit("gathering-gone", { gathering: toLink(gatheringId) });
    }
    socket.data.since = Math.max(socket.data.since, view.room?.messages.at(-1)?.position ?? 0);
    return socket.emit("gathering", view);
  }

  async function tellOfTopic(socket: LiveSocket, topicId: number) {
    const member = await memberTold(site, socket.data, clock());
    if (!member) return hangUp(socket);
    const posts = await postsInTopic(read, member, topicId);
    if (posts === null) return socket.leave(`topic:${topicId}`);
    return socket.emit("topic", { topic: toLink(topicId), posts });
  }

  /** One round at a time a room: what changes during a round is told in one further round, however much it was. */
  async function tellRoom(room: string, tell: (socket: LiveSocket) => Promise<unknown>) {
    if (telling.has(room)) return void telling.set(room, true);
    do {
      telling.set(room, false);
      for (const socket of socketsIn(io, room)) {
        try {
          await tell(socket);
        } catch (error) {
          log.error("a socket could not be told", error);
        }
        // SQLite answers without ever waiting for I/O: requests get their turn between two sockets.
        await new Promise((next) => setImmediate(next));
      }
    } while (telling.get(room));
    telling.delete(room);
  }

  return {
    hear(event: SiteEvent) {
      switch (event.kind) {
        case "gathering-changed":
        case "gathering-message":
          return void tellRoom(`gathering:${event.gatheringId}`, (socket) =>
            tellOfGathering(socket, event.gatheringId),
          );
        case "post-written":
          return void tellRoom(`topic:${event.topicId}`, (socket) => tellOfTopic(socket, event.topicId));
        case "session-ended":
          return socketsIn(io, `session:${event.sessionId}`).forEach(hangUp);
        case "account-changed":
          // That account's own sockets and nobody else's: a room that stirs when a name changes elsewhere would link the two.
          return void tellRoom(`account:${event.accountId}`, async (socket) => {
            if (socket.data.gathering !== null) await tellOfGathering(socket, socket.data.gathering);
          });
      }
    },

    /** Hangs up on every socket whose session is over without anybody having said so. */
    async recheck() {
      for (const socket of io.sockets.sockets.values()) {
        if (!(await memberTold(site, socket.data, clock()))) hangUp(socket);
        await new Promise((next) => setImmediate(next));
      }
    },
  };
}
