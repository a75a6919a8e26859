import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readEnv } from "~/platform/env.server";
import { createHttpServer, type RequestFacts } from "~/platform/http/http-server.server";
import { onionListener } from "~/platform/http/proxy-protocol.server";
import { LARGEST_BODY } from "~/platform/http/read-body.server";
import { pageResponse } from "~/platform/http/rendered-page.server";
import { type HttpSettings, httpSettings } from "~/platform/http/settings.server";
import { createStaticFiles } from "~/platform/http/static-files.server";
import { type Asked, askPort, sendBytes } from "../support/http";

type Seen = { request: Request; facts: RequestFacts; body: string };

let seen: Seen[];
let failures: unknown[];
let ready: boolean;
let port: number;
let close: () => void;
let server: ReturnType<typeof createHttpServer>;

async function answer(request: Request, facts: RequestFacts): Promise<Response> {
  seen.push({ request, facts, body: await request.clone().text() });
  const { pathname } = new URL(request.url);
  if (pathname === "/broken") throw new Error("a bug");
  if (pathname === "/redirect") return new Response(null, { status: 303, headers: { Location: "/elsewhere" } });
  if (pathname === "/cookies") {
    const headers = new Headers([
      ["Set-Cookie", "a=1; Path=/"],
      ["Set-Cookie", "b=2; Path=/"],
    ]);
    return new Response("two", { headers });
  }
  const refused = /^\/refused\/(\d+)$/.exec(pathname);
  const html = Buffer.from(`<p>${"a page ".repeat(400)}</p>`);
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8" });
  return pageResponse(html, refused ? Number(refused[1]) : 200, headers);
}

async function listen(settings: Partial<HttpSettings> = {}) {
  server = createHttpServer({
    settings: { ...httpSettings(readEnv({})), ...settings },
    serveStatic: createStaticFiles("public", false),
    answer,
    isReady: async () => ready,
    onFailure: (error) => failures.push(error),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  close = () => {
    server.close();
    server.closeAllConnections();
  };
}

beforeEach(async () => {
  seen = [];
  failures = [];
  ready = true;
  await listen();
});
afterEach(() => close());

const ask = (asked: Asked = {}) => askPort(port, asked);
const raw = (text: string, at = port) => sendBytes(at, text);

const ALWAYS = {
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

const form = { "content-type": "application/x-www-form-urlencoded" };
const post = { method: "POST", headers: { "sec-fetch-site": "same-origin", ...form } };

describe("every response", () => {
  test.each<[string, number, Asked]>([
    ["a page", 200, {}],
    ["a head", 200, { method: "HEAD" }],
    ["a redirect", 303, { path: "/redirect" }],
    ["a file", 200, { path: "/icons/page.svg" }],
    ["a health check", 200, { path: "/healthz" }],
    ["a page that fails", 500, { path: "/broken" }],
    ["a path that makes no sense", 400, { path: "/%zz" }],
    ["a host that makes no sense", 400, { headers: { host: "no/host" } }],
    ["a path that's too long", 414, { path: `/${"a".repeat(5_000)}` }],
    ["a cross-site post", 403, { method: "POST", headers: { "sec-fetch-site": "cross-site" } }],
    ["a body that's too large", 413, { ...post, body: Buffer.alloc(LARGEST_BODY + 1) }],
    [
      "a body that isn't a form",
      415,
      { ...post, headers: { ...post.headers, "content-type": "text/plain" }, body: "x" },
    ],
    ["a method that isn't used", 405, { method: "DELETE" }],
    ["an expectation that can't be met", 200, { headers: { expect: "wonders" } }],
  ])("%s has every header", async (_name, status, asked) => {
    const { headers, ...got } = await ask(asked);
    expect(got.status).toBe(status);
    expect(headers).toMatchObject(ALWAYS);
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none'; script-src 'nonce-[\w+/]{22}==' 'strict-dynamic'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';.* form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headers["permissions-policy"]).toContain("geolocation=()");
    expect(headers["x-robots-tag"]).toContain("noindex");
    expect(headers["cache-control"]).toBe(asked.path === "/icons/page.svg" ? "public, max-age=3600" : "no-store");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  test.each([
    ["words that aren't HTTP", "what is this\r\n\r\n", "400 Bad Request"],
    ["headers that are too large", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, "431 Request"],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "400 Bad Request"],
    ["two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx", "400 Bad Request"],
    [
      "a length beside chunks",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "400 Bad Request",
    ],
  ])("%s is answered with them, too", async (_name, text, status) => {
    const answered = await raw(text);
    expect(answered).toContain(`HTTP/1.1 ${status}`);
    expect(answered.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(answered.toLowerCase()).toContain("cache-control: no-store");
    expect(seen.filter(({ request }) => !request.url.includes("/refused/"))).toEqual([]);
  });

  test("has a nonce of its own, the one that its page is rendered with", async () => {
    const first = await ask();
    await ask();
    expect(first.headers["content-security-policy"]).toContain(`'nonce-${seen[0]!.facts.nonce}'`);
    expect(seen[0]!.facts.nonce).not.toBe(seen[1]!.facts.nonce);
  });
});

describe("clearnet and onion", () => {
  test("behind a trusted proxy that speaks HTTPS, browsers are told to stay there", async () => {
    close();
    await listen({ trustedProxies: new Set(["127.0.0.1"]), onionLocation: "http://abc.onion" });
    const secure = { "x-forwarded-proto": "https" };
    const clearnet = await ask({ path: "/a?b=c", headers: secure });
    expect(clearnet.headers["strict-transport-security"]).toContain("max-age=31536000");
    expect(clearnet.headers["onion-location"]).toBe("http://abc.onion/a?b=c");
    const onion = await ask({ headers: { ...secure, host: "abc.onion" } });
    expect(onion.headers["strict-transport-security"]).toBeUndefined();
    expect(onion.headers["onion-location"]).toBeUndefined();
  });

  test("a stranger can't pretend to come by HTTPS", async () => {
    await ask({ headers: { "x-forwarded-proto": "https" } });
    expect(seen[0]!.request.url).toBe("http://forum.example/");
  });

  test("each Tor circuit is a network of its own, and a connection that names none is closed", async () => {
    const onion = onionListener(server);
    await new Promise<void>((resolve) => onion.listen(0, "127.0.0.1", resolve));
    const at = (onion.address() as AddressInfo).port;
    const get = "GET / HTTP/1.1\r\nHost: abc.onion\r\nConnection: close\r\n\r\n";
    const through = (circuit: string) => raw(`PROXY TCP6 fc00:dead:beef:4dad::${circuit} ::1 65535 42\r\n${get}`, at);
    expect(await through("1")).toContain("HTTP/1.1 200");
    await through("2");
    await through("1");
    const [one, two, again] = seen.map(({ facts }) => facts.network);
    expect(again).toBe(one);
    expect(two).not.toBe(one);
    expect(await raw(get, at)).toBe("");
    onion.close();
  });
});

describe("what the forum's code gets to see", () => {
  test("no agent, referrer, address or client hint", async () => {
    await ask({
      headers: {
        "user-agent": "marked agent",
        referer: "https://marked.example/",
        "x-forwarded-for": "198.51.100.1",
        "x-forwarded-host": "evil.example",
        "x-real-ip": "198.51.100.1",
        forwarded: "for=198.51.100.1",
        "sec-ch-ua": "marked",
        cookie: "session=1",
        "accept-language": "es",
      },
    });
    expect(Object.fromEntries(seen[0]!.request.headers)).toEqual({
      host: "forum.example",
      cookie: "session=1",
      "accept-language": "es",
    });
  });

  test("the whole body of a form, however many parts it came in", async () => {
    const body = new URLSearchParams({ text: "ñ".repeat(20_000) }).toString();
    await ask({ ...post, body });
    expect(seen[0]!.body).toBe(body);
  });

  test("nothing of a body that's too large, whether or not it says so", async () => {
    const body = Buffer.alloc(LARGEST_BODY + 1);
    await ask({ ...post, body });
    await ask({ ...post, headers: { ...post.headers, "transfer-encoding": "chunked" }, body });
    expect(seen.map(({ request }) => [request.method, new URL(request.url).pathname])).toEqual([
      ["GET", "/refused/413"],
      ["GET", "/refused/413"],
    ]);
  });

  test("nothing of a form that was cut off half-way, which is no failure either", async () => {
    const socket = connect(port, "127.0.0.1");
    const head =
      "POST / HTTP/1.1\r\nHost: forum.example\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nhalf";
    const closed = new Promise((resolve) => server.once("connection", (other) => other.once("close", resolve)));
    socket.write(head, () => socket.destroy());
    await closed;
    await ask({ path: "/after" });
    expect(seen).toHaveLength(1);
    expect(failures).toEqual([]);
  });

  test("malformed cookies don't disturb anybody", async () => {
    const { status } = await ask({ headers: { cookie: "%%%=\\x; ;;=;session=é" } });
    expect(status).toBe(200);
  });
});

describe("answers", () => {
  test("are compressed for whoever can read that, and not for others", async () => {
    const small = await ask({ headers: { "accept-encoding": "gzip, br" } });
    expect(small.headers["content-encoding"]).toBe("gzip");
    expect(small.headers.vary).toBe("Accept-Encoding");
    expect(Number(small.headers["content-length"])).toBe(small.body.length);
    const refusing = await ask({ headers: { "accept-encoding": "gzip;q=0" } });
    expect(refusing.headers["content-encoding"]).toBeUndefined();
    expect(refusing.body.toString()).toContain("a page");
  });

  test("keep every cookie apart", async () => {
    const { headers } = await ask({ path: "/cookies" });
    expect(headers["set-cookie"]).toEqual(["a=1; Path=/", "b=2; Path=/"]);
  });

  test("to HEAD have the length but not the body", async () => {
    const { headers, body } = await ask({ method: "HEAD" });
    expect(Number(headers["content-length"])).toBeGreaterThan(2_000);
    expect(body).toHaveLength(0);
  });

  test("to a failure say nothing of its cause, and somebody hears of it", async () => {
    const { body } = await ask({ path: "/broken" });
    expect(body.toString()).not.toContain("a bug");
    expect(failures).toHaveLength(1);
  });

  test("say when the database is away", async () => {
    ready = false;
    expect((await ask({ path: "/readyz" })).status).toBe(503);
    expect((await ask({ path: "/healthz" })).status).toBe(200);
  });
});

describe("files", () => {
  test("are asked for once", async () => {
    const { headers } = await ask({ path: "/icons/page.svg" });
    expect(headers["content-type"]).toBe("image/svg+xml");
    const again = await ask({ path: "/icons/page.svg", headers: { "if-none-match": String(headers.etag) } });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  test.each(["/../package.json", "/build/../../package.json", "/%2e%2e/package.json", "/.git/config", "/build/"])(
    "%s leads to none",
    async (path) => {
      await ask({ path });
      expect(seen).toHaveLength(1);
    },
  );
});
