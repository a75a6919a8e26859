import { randomBytes, randomInt } from "node:crypto";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { answerBrokenRequest } from "./broken-request.server";
import { boundConnections } from "./connections.server";
import { passesGate } from "./cross-site-gate.server";
import { type Crowd, createCrowd } from "./crowd.server";
import type { GuestPages, KeptPage } from "./guest-pages.server";
import { readBody } from "./read-body.server";
import { boundaryOf, readUpload, type Upload } from "./read-upload.server";
import { streamOf } from "./rendered-page.server";
import { sendResponse, toRequest } from "./request-bridge.server";
import { readRequestLine } from "./request-line.server";
import { type HeaderFacts, headersFor, setSecurityHeaders } from "./security-headers.server";
import type { HttpSettings } from "./settings.server";
import { type Errand, type Strain, waits } from "./strain.server";
import { createNetworkReader, type NetworkReader } from "./visitor.server";

const SECOND = 1000;

/** Header fields of one request; browsers send about twenty. */
const MOST_HEADERS = 100;
/** Seconds after which whoever is put off may come again; drawn, so that they don't all come at once. */
const AGAIN = { from: 5, to: 20 };

/** The kind of body that pages send, but for the few that take a file. Whatever else came would make `request.formData()` throw in every action. */
const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** Whether a cookie claims to be a member's. */
const MEMBER = /(?:^|;\s*)session=/;

/** What one request brings along besides itself. */
export type RequestFacts = {
  /** For the `nonce` attribute of scripts in this response. */
  nonce: string;
  /** HMAC of the visitor's network under a salt in memory; never an address. */
  network: string;
  /** When the request arrived. */
  now: Date;
  /** A file in the form was too large, and isn't in it any more; what was written is. */
  cutShort?: boolean;
};

/** What the HTTP server needs from the rest of the house. */
export type HttpParts = {
  settings: HttpSettings;
  serveStatic: (request: IncomingMessage, response: ServerResponse, pathname: string) => boolean;
  /** Turns a request into its page. */
  answer: (request: Request, facts: RequestFacts) => Promise<Response>;
  /** Pages as every guest sees them. Without it each is rendered anew. */
  guestPages?: GuestPages;
  /** Whether a form sent to this path may hold a file. Without it none may. */
  takesFiles?: (pathname: string) => boolean;
  /** Says which network a request comes from. */
  networkOf?: NetworkReader;
  /** What somebody comes for, by the method and the path. Without it everything is answered, however busy the server is. */
  errandOf?: (method: string, pathname: string) => Errand;
  /** How much there is to do, with so many answers being made. */
  strain?: (making: number) => Strain;
  /** The page for whoever must wait. */
  busyPage?: (headers: IncomingHttpHeaders, url: string) => string;
  /** Everybody whose answer isn't over. */
  crowd?: Crowd;
  /** Whether the database answers. */
  isReady: () => Promise<boolean>;
  /** Told about failures that nobody else has seen. */
  onFailure: (error: unknown) => void;
  clock?: () => Date;
};

/** Not listening yet. Every response, whatever becomes of the request, carries the security headers. */
export function createHttpServer(parts: HttpParts): Server {
  const { settings, guestPages, clock = () => new Date() } = parts;
  const { networkOf = createNetworkReader(settings), crowd = createCrowd() } = parts;
  const errandOf = parts.errandOf ?? (() => "always" as const);

  function headerFactsOf(message: IncomingMessage, host: string, url: string): HeaderFacts {
    const peer = message.socket.remoteAddress ?? "";
    const proxyIsSecure =
      settings.trustedProxies.has(peer) && message.headers["x-forwarded-proto"]?.toString() === "https";
    return {
      nonce: randomBytes(16).toString("base64"),
      host,
      url,
      secure: proxyIsSecure || settings.origins.has(`https://${host}`),
      onionLocation: settings.onionLocation,
      development: settings.development,
    };
  }

  /** The answer to whoever must wait: 429 where their own network has too much under way, else 503. */
  function putOff(message: IncomingMessage, response: ServerResponse, status: 429 | 503, url: string): void {
    const page = parts.busyPage?.(message.headers, url) ?? "Busy.\n";
    response.setHeader("Retry-After", randomInt(AGAIN.from, AGAIN.to));
    response.setHeader("Connection", "close");
    response.setHeader("Content-Type", `text/${parts.busyPage ? "html" : "plain"}; charset=utf-8`);
    response.writeHead(status).end(message.method === "HEAD" ? undefined : page);
  }

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const line = readRequestLine(message.url, message.headers.host);
    const known = "status" in line ? { host: "", url: "/", pathname: "/" } : line;
    const shown = headerFactsOf(message, known.host, known.url);
    const origin = `${shown.secure ? "https" : "http"}://${known.host || "invalid"}`;
    const now = clock();

    const visit = "status" in line ? null : (guestPages?.visit(message, origin + line.url) ?? null);
    const kept = visit && guestPages?.find(visit, shown.nonce, now.getTime());
    if (kept) return sendKept(message, response, kept, headersFor(shown));

    setSecurityHeaders(response, shown);
    if (message.rawHeaders.length > 2 * MOST_HEADERS) return sendWord(response, 431, "Too many header fields.");
    const facts: RequestFacts = { nonce: shown.nonce, network: networkOf(message, now.getTime()), now };

    if (known.pathname === "/healthz") return sendWord(response, 200, "ok");
    if (known.pathname === "/readyz") {
      const ready = await parts.isReady();
      return sendWord(response, ready ? 200 : 503, ready ? "ready" : "not ready");
    }
    if (!("status" in line) && parts.serveStatic(message, response, line.pathname)) return;

    const method = message.method ?? "";
    const errand = "status" in line ? "reading" : errandOf(method, line.pathname);
    const place = crowd.enter(facts.network, response, errand === "always");
    if (!place) return putOff(message, response, 429, known.url);
    const strain = parts.strain?.(crowd.making()) ?? 0;
    if (waits(errand, MEMBER.test(message.headers.cookie ?? ""), strain))
      return putOff(message, response, 503, known.url);

    /** Asks the house for its page about a refusal, so that it looks and speaks like every other. */
    const refuse = async (status: number) => {
      const address = { origin, url: `/refused/${status}` };
      const asked = toRequest(message, address, null, AbortSignal.timeout(10 * SECOND), "GET");
      response.setHeader("Connection", "close");
      place.asked();
      const page = await parts.answer(asked, facts);
      place.answered(clock().getTime(), false);
      await sendResponse(message, response, page);
    };

    if ("status" in line) return refuse(line.status);
    if (method !== "GET" && method !== "HEAD" && method !== "POST") {
      response.setHeader("Allow", "GET, HEAD, POST");
      return refuse(405);
    }
    const provenance = {
      method,
      fetchSite: message.headers["sec-fetch-site"]?.toString(),
      origin: message.headers.origin,
      host: message.headers.host,
    };
    if (!passesGate(provenance, settings.origins)) return refuse(403);

    const type = message.headers["content-type"];
    const boundary = method === "POST" && parts.takesFiles?.(line.pathname) ? boundaryOf(type) : null;
    if (method === "POST" && boundary === null && !FORM.test(type ?? "")) return refuse(415);

    const sent = method === "POST" ? await readSent(message, boundary) : null;
    if (sent === "too large") return refuse(413);
    facts.cutShort = sent?.cutShort ?? false;

    const gone = new AbortController();
    // Also when all went well: Remix keeps a timer of five seconds for each page until its request is over.
    response.once("close", () => gone.abort("closed"));
    const request = toRequest(message, { origin, url: line.url }, sent?.body ?? null, gone.signal, method);
    place.asked();
    const answer = await parts.answer(request, facts);
    const keeps = visit !== null && method === "GET" && guestPages;
    const gzipped = keeps ? await keeps.keep(visit, answer, facts.nonce, now.getTime()) : undefined;
    place.answered(clock().getTime(), streamOf(answer) !== undefined);
    await sendResponse(message, response, answer, gzipped);
  }

  function listener(message: IncomingMessage, response: ServerResponse) {
    handle(message, response).catch((error: unknown) => {
      if (response.destroyed || message.destroyed) return;
      parts.onFailure(error);
      if (response.headersSent) response.destroy();
      else sendWord(response, 500, "Something went wrong here, and it was not you. Please go back and try again.");
    });
  }

  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      // Node's own answer to a missing host would go out without our headers; readRequestLine asks for it.
      requireHostHeader: false,
      // Visitors over Tor on an old phone are slow, but not slower than this.
      headersTimeout: 20 * SECOND,
      requestTimeout: 60 * SECOND,
      keepAliveTimeout: 30 * SECOND,
      connectionsCheckingInterval: 5 * SECOND,
    },
    listener,
  );
  server.timeout = 120 * SECOND;
  // So would its answers to these two.
  server.on("checkExpectation", listener);
  server.on("clientError", (error, socket) => answerBrokenRequest(error, socket, settings));
  boundConnections(server, settings);
  const watch = setInterval(() => crowd.cut(clock().getTime()), 5 * SECOND);
  watch.unref();
  server.on("close", () => clearInterval(watch));
  return server;
}

/** What was sent; `boundary` of a form that holds a file. */
async function readSent(message: IncomingMessage, boundary: string | null): Promise<Upload | "too large"> {
  if (boundary !== null) return readUpload(message, boundary);
  const body = await readBody(message);
  return body === "too large" ? body : { body, cutShort: false };
}

function sendKept(
  message: IncomingMessage,
  response: ServerResponse,
  { gzip, headers }: KeptPage,
  security: [string, string][],
): void {
  const all = ["Vary", "Accept-Encoding", "Content-Encoding", "gzip", "Content-Length", String(gzip.length)];
  for (const [name, value] of headers) all.push(name, value);
  for (const [name, value] of security) if (!headers.has(name.toLowerCase())) all.push(name, value);
  response.writeHead(200, all).end(message.method === "HEAD" ? undefined : gzip);
}

function sendWord(response: ServerResponse, status: number, word: string): void {
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.writeHead(status).end(`${word}\n`);
}
