import { randomBytes } from "node:crypto";
import type { Duplex } from "node:stream";
import { headersFor } from "./security-headers.server";
import type { HttpSettings } from "./settings.server";

const ANSWERS: Record<string, [status: string, words: string]> = {
  HPE_HEADER_OVERFLOW: [
    "431 Request Header Fields Too Large",
    "Your browser sent more than this server reads. Clearing this site's cookies helps.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "The request took too long to arrive. Please try again."],
};
const OTHER: [string, string] = ["400 Bad Request", "This server could not read the request."];

/** Answers what isn't HTTP, is too large to be read, or arrives too slowly: by hand, since there is no request. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Duplex, settings: HttpSettings): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, words] = ANSWERS[error.code ?? ""] ?? OTHER;
  const body = `${words}\n`;
  const headers = [
    ...headersFor({
      nonce: randomBytes(16).toString("base64"),
      host: "",
      secure: false,
      url: "/",
      onionLocation: null,
      development: settings.development,
    }),
    ["Content-Type", "text/plain; charset=utf-8"],
    ["Content-Length", String(Buffer.byteLength(body))],
    ["Connection", "close"],
  ];
  socket.end(`HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`);
}
