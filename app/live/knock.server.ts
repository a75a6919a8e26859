import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { isOwnOrigin } from "../platform/http/cross-site-gate.server";
import { LIVE_PATH } from "./line";

/** Sockets that one process holds open: about 40 KB each. */
export const MOST_SOCKETS = 2000;

type Knock = Pick<IncomingMessage, "url" | "headers">;

/**
 * Whether a handshake is let through to the sockets: it asks for them, over a WebSocket, and comes from a page of this
 * very origin (no browser asks a server whether another site may open a WebSocket to it). Otherwise the status to
 * refuse with.
 */
export function knock(message: Knock, origins: ReadonlySet<string>, open: number): 101 | 403 | 404 | 503 {
  const url = URL.canParse(message.url ?? "", "http://live.invalid") && new URL(message.url!, "http://live.invalid");
  if (!url || url.pathname !== LIVE_PATH) return 404;
  if (url.searchParams.get("transport") !== "websocket") return 404;
  if (!isOwnOrigin(message.headers.origin, message.headers.host, origins)) return 403;
  return open >= MOST_SOCKETS ? 503 : 101;
}

const WORDS = { 403: "Forbidden", 404: "Not Found", 503: "Service Unavailable" };

/** Answers a handshake that isn't let through, and hangs up. */
export function turnAway(socket: Duplex, status: keyof typeof WORDS): void {
  socket.end(
    `HTTP/1.1 ${status} ${WORDS[status]}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    () => socket.destroy(),
  );
}
