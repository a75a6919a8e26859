import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { io as connect, type Socket } from "socket.io-client";
import { onTestFinished } from "vitest";
import { attachLive } from "~/live/attach-live.server";
import { LIVE_PATH, type ToBrowser, type ToServer } from "~/live/line";
import { toLink } from "~/platform/ids";
import { openHall } from "../gatherings/room";
import type { Person } from "../support/world";

export type Client = Socket<ToBrowser, ToServer>;

/** An open hall behind a real HTTP server with sockets. */
export async function liveHall(about: Parameters<typeof openHall>[0] = {}) {
  const hall = await openHall(about);
  await hall.open();
  const http = createServer((_, response) => void response.writeHead(404).end());
  const live = attachLive(http, hall.site, { origins: new Set(), clock: () => hall.world.now });
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
  const { port } = http.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const clients: Client[] = [];
  onTestFinished(async () => {
    for (const client of clients) client.disconnect();
    await live.close();
    http.closeAllConnections();
    await new Promise((closed) => http.close(closed));
  });

  function open(person: Person | null, { origin = url }: { origin?: string } = {}): Client {
    const client: Client = connect(url, {
      path: LIVE_PATH,
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      extraHeaders: { ...(origin ? { origin } : {}), ...(person ? { cookie: `session=${person.token}` } : {}) },
    });
    clients.push(client);
    return client;
  }
  const gathering = toLink(hall.gatheringId);
  return {
    ...hall,
    live,
    url,
    open,
    gathering,
    /** Connected and watching the gathering. */
    async watch(person: Person) {
      const client = open(person);
      const answer = await client.emitWithAck("watch-gathering", { gathering, since: 0 });
      if (!answer.ok) throw new Error(answer.reason);
      return { client, view: answer.view };
    },
  };
}

/** The next event of a kind that satisfies; never sleeps. */
export const next = <K extends keyof ToBrowser>(
  client: Client,
  kind: K,
  fits: (...said: Parameters<ToBrowser[K]>) => boolean = () => true,
) =>
  new Promise<Parameters<ToBrowser[K]>[0]>((resolve) => {
    const hear = (...said: Parameters<ToBrowser[K]>) => {
      if (!fits(...said)) return;
      client.off(kind, hear as never);
      resolve(said[0]);
    };
    client.on(kind, hear as never);
  });
export const failure = (client: Client) =>
  new Promise<string>((resolve) => client.on("connect_error", (e) => resolve(e.message)));
export const gone = (client: Client) =>
  new Promise<string>((resolve) => client.on("disconnect", (why) => resolve(why)));
