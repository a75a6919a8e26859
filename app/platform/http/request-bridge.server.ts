import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { acceptsGzip, gzipPage } from "./compression.server";
import { pageOf, streamOf } from "./rendered-page.server";

/** One network packet: below it compressing gains nothing. */
const WORTH_COMPRESSING = 1_200;

/**
 * The only request headers the forum's code can see. What isn't here (agent, referrer, addresses, client hints) can't be
 * stored or logged by mistake.
 */
const SEEN = [
  "accept",
  "accept-language",
  "content-type",
  "cookie",
  "host",
  "if-none-match",
  "purpose",
  "range",
  "sec-fetch-dest",
  "sec-fetch-mode",
  "sec-fetch-site",
  "sec-purpose",
  "x-moz",
];

/**
 * A web Request for one message of Node's HTTP server. `body` is the whole body, empty for GET and HEAD; `signal` aborts
 * when the visitor goes away.
 */
export function toRequest(
  message: IncomingMessage,
  address: { origin: string; url: string },
  body: Buffer<ArrayBuffer> | null,
  signal: AbortSignal,
  method: string,
): Request {
  const headers = new Headers();
  for (const name of SEEN) {
    const value = message.headers[name];
    if (value !== undefined) headers.set(name, String(value));
  }
  return new Request(address.origin + address.url, { method, headers, body, signal });
}

/**
 * Writes a web Response to Node's in one piece, compressed once if the visitor can read that; a body of
 * `streamedResponse` as fast as they take it, until they go away. Headers of `response` replace those set before. `gzipped`: the page's bytes, where somebody has
 * compressed them already for this visitor.
 */
export async function sendResponse(
  message: IncomingMessage,
  to: ServerResponse,
  response: Response,
  gzipped?: Buffer,
): Promise<void> {
  to.statusCode = response.status;
  response.headers.forEach((value, name) => {
    if (name !== "set-cookie") to.setHeader(name, value);
  });
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) to.setHeader("Set-Cookie", cookies);

  const stream = streamOf(response);
  if (stream) return sendStream(message, to, stream);
  const page = pageOf(response) ?? (response.body ? Buffer.from(await response.arrayBuffer()) : null);
  if (!page) {
    if (response.status !== 204 && response.status !== 304) to.setHeader("Content-Length", 0);
    to.end();
    return;
  }
  const type = String(to.getHeader("Content-Type") ?? "");
  let bytes = page;
  if (page.length > WORTH_COMPRESSING && /^text\/|json|xml/.test(type)) {
    to.appendHeader("Vary", "Accept-Encoding");
    if (acceptsGzip(message)) {
      bytes = gzipped ?? (await gzipPage(page));
      to.setHeader("Content-Encoding", "gzip");
    }
  }
  to.setHeader("Content-Length", bytes.length);
  to.end(message.method === "HEAD" ? undefined : bytes);
}

/** Sends a body as it is made. Whoever goes away ends the making; a body that breaks breaks the connection, so that nobody takes it for whole. */
async function sendStream(message: IncomingMessage, to: ServerResponse, body: Readable): Promise<void> {
  if (message.method === "HEAD") {
    body.destroy();
    return void to.end();
  }
  await pipeline(body, to);
}
