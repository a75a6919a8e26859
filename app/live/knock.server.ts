import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { isOwnOrigin } from "../platform/http/cross-site-gate.server";
import { SHARED } from "../platform/http/network.server";
import { LIVE_PATH } from "./line";

/** Sockets that one process holds open: about 40 KB each. */
export const MOST_SOCKETS = 2000;
/** Of those, from one network; a line behind which many unrelated people stand has no such bound. */
export const MOST_OF_NETWORK = 256;

type Knock = Pick<IncomingMessage, "url" | "headers">;

/**
 * Whether a handshake is let through to the sockets: it asks for them, over a WebSocket, and comes from a page of this
 * very origin (no browser asks a server whether another site may open a WebSocket to it). Otherwise the status to
 * refuse with.
 */
export function knock(
  message: Knock,
  origins: ReadonlySet<string>,
  open: number,
  ofNetwork = 0,
): 101 | 403 | 404 | 429 | 503 {
  const url = URL.canParse(message.url ?? "", "http://live.invalid") && new URL(message.url!, "http://live.invalid");
  if (!url || url.pathname !== LIVE_PATH) return 404;
  if (url.searchParams.get("transport") !== "websocket") return 404;
  if (!isOwnOrigin(message.headers.origin, message.headers.host, origins)) return 403;
  if (ofNetwork >= MOST_OF_NETWORK) return 429;
  return open >= MOST_SOCKETS ? 503 : 101;
}

/** How many sockets each network has open. Those of nobody, and of a line that many share, aren't counted. */
export function countNetworks() {
  const sockets = new Map<string, number>();
  const isCounted = (network: string | undefined): network is string =>
    network !== undefined && !network.startsWith(SHARED);
  return {
    open: (network: string | undefined) => (isCounted(network) ? (sockets.get(network) ?? 0) : 0),
    count(network: string | undefined, socket: Duplex) {
      if (!isCounted(network)) return;
      sockets.set(network, (sockets.get(network) ?? 0) + 1);
      socket.once("close", () => {
        const left = sockets.get(network)! - 1;
        if (left) sockets.set(network, left);
        else sockets.delete(network);
      });
    },
  };
}

const WORDS = { 403: "Forbidden", 404: "Not Found", 429: "Too Many Requests", 503: "Service Unavailable" };

/** Answers a handshake that isn't let through, and hangs up. */
export function turnAway(socket: Duplex, status: keyof typeof WORDS): void {
  socket.end(
    `HTTP/1.1 ${status} ${WORDS[status]}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n${status >= 429 ? "Retry-After: 30\r\n" : ""}Content-Length: 0\r\nConnection: close\r\n\r\n`,
    () => socket.destroy(),
  );
}
