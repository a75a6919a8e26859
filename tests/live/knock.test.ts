import { EventEmitter } from "node:events";
import type { Duplex } from "node:stream";
import { expect, test } from "vitest";
import { countNetworks, knock, MOST_OF_NETWORK, MOST_SOCKETS } from "~/live/knock.server";
import { SHARED } from "~/platform/http/network.server";

const page = {
  url: "/live/?EIO=4&transport=websocket",
  headers: { host: "forum.example", origin: "https://forum.example" },
};
const none = new Set<string>();

test("a handshake from a page of ours is let through until there are too many, in all or of one network", () => {
  expect(knock(page, none, 0, 0)).toBe(101);
  expect(knock(page, none, MOST_SOCKETS, 0)).toBe(503);
  expect(knock(page, none, 0, MOST_OF_NETWORK - 1)).toBe(101);
  expect(knock(page, none, 0, MOST_OF_NETWORK)).toBe(429);
  expect(knock({ ...page, headers: { ...page.headers, origin: "https://elsewhere.example" } }, none, 0)).toBe(403);
  expect(knock({ ...page, url: "/elsewhere" }, none, 0)).toBe(404);
});

test("sockets are counted for their network until they close; a line that many share isn't counted", () => {
  const networks = countNetworks();
  const sockets = Array.from({ length: 3 }, () => new EventEmitter() as unknown as Duplex);
  for (const socket of sockets) networks.count("one", socket);
  networks.count(`${SHARED}onion`, new EventEmitter() as unknown as Duplex);
  expect([networks.open("one"), networks.open("another"), networks.open(`${SHARED}onion`)]).toEqual([3, 0, 0]);
  sockets[0]!.emit("close");
  expect(networks.open("one")).toBe(2);
  expect(networks.open(undefined)).toBe(0);
});
