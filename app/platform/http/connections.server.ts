import type { Server as HttpServer } from "node:http";
import type { Socket } from "node:net";
import { networkPart } from "./network.server";
import { circuitAddress } from "./proxy-protocol.server";
import type { HttpSettings } from "./settings.server";

/** Connections in all, sockets of live pages among them. */
const MOST = 6_000;
/** Connections of one network, or of one Tor circuit, that come to this server by themselves. A browser opens six. */
const MOST_OF_ONE = 128;

const LOOPBACK = /^(::1|(::ffff:)?127\.)/;

/**
 * Bounds how many connections there are, in all and of one network, also of those that never ask for anything. What a proxy
 * brings counts for all alone: the proxy knows whose they are.
 */
export function boundConnections(server: HttpServer, { trustedProxies }: HttpSettings, mostOfOne = MOST_OF_ONE): void {
  server.maxConnections = MOST;
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const circuit = circuitAddress(socket);
    const address = circuit ?? socket.remoteAddress ?? "";
    if (!circuit && (trustedProxies.has(address) || LOOPBACK.test(address))) return;
    const part = networkPart({ address, onion: circuit !== undefined });
    if (part === "onion" || part === "unknown") return;
    const before = open.get(part) ?? 0;
    if (before >= mostOfOne) return void socket.destroy();
    open.set(part, before + 1);
    socket.once("close", () => {
      const left = open.get(part)! - 1;
      if (left) open.set(part, left);
      else open.delete(part);
    });
  });
}
