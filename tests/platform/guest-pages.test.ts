import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { guestVariant } from "~/guest-pages.server";
import { readEnv } from "~/platform/env.server";
import { createGuestPages } from "~/platform/http/guest-pages.server";
import { createHttpServer, type RequestFacts } from "~/platform/http/http-server.server";
import { pageResponse } from "~/platform/http/rendered-page.server";
import { httpSettings } from "~/platform/http/settings.server";
import { MINUTE } from "~/platform/time";
import { askPort } from "../support/http";

let rendered: string[];
let now: Date;
/** Runs while a page is being rendered. */
let meanwhile: () => void;
let pages: ReturnType<typeof createGuestPages>;
let port: number;
let close: () => void;

async function answer(request: Request, { nonce }: RequestFacts): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  rendered.push(pathname + search);
  meanwhile();
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8" });
  if (pathname === "/gives-a-cookie") headers.set("Set-Cookie", "a=1");
  if (pathname === "/indexed") headers.set("X-Robots-Tag", "all");
  const html = `<script nonce="${nonce}"></script><p>render ${rendered.length} ${"of a page ".repeat(200)}</p>`;
  const status = pathname === "/missing" ? 404 : pathname === "/broken" ? 500 : 200;
  return pageResponse(Buffer.from(html), status, headers, pathname !== "/of-one-reader");
}

async function listen(options: { mostBytes?: number; mostPages?: number } = {}) {
  pages = createGuestPages({ variantOf: guestVariant, longest: MINUTE, ...options });
  const server = createHttpServer({
    settings: httpSettings(readEnv({ TRUST_PROXY: "loopback", ONION_LOCATION: "http://abc.onion" })),
    serveStatic: () => false,
    answer,
    guestPages: pages,
    isReady: async () => true,
    onFailure: () => {},
    clock: () => now,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  close = () => {
    server.close();
    server.closeAllConnections();
  };
}

beforeEach(async () => {
  rendered = [];
  now = new Date("2026-05-04T12:00:00Z");
  meanwhile = () => {};
  await listen();
});
afterEach(() => close());

const GZIP = { "accept-encoding": "gzip, br" };
const ask = (path = "/t/1", headers: Record<string, string> = {}, method = "GET") =>
  askPort(port, { path, method, headers: { ...GZIP, ...headers } });
async function read(path?: string, headers?: Record<string, string>) {
  const { body, ...rest } = await ask(path, headers);
  return { ...rest, html: (rest.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString() };
}
const nonceIn = (html: string) => /nonce="([^"]+)"/.exec(html)?.[1];

test("guests get the page that the first of them caused, each with a nonce of their own that its header names", async () => {
  const answers = [await read(), await read(), await read()];
  expect(rendered).toHaveLength(1);
  for (const { html, headers, status } of answers) {
    expect(status).toBe(200);
    expect(html).toContain("render 1");
    expect(headers["content-security-policy"]).toContain(`'nonce-${nonceIn(html)}'`);
  }
  expect(new Set(answers.map(({ html }) => nonceIn(html)))).toHaveLength(3);
});

test("a page from memory has the very headers of one that was rendered", async () => {
  const plain = (headers: Record<string, unknown>) => {
    const { date: _, "content-security-policy": csp, ...rest } = headers;
    return { ...rest, csp: String(csp).replace(/'nonce-[^']+'/, "") };
  };
  for (const path of ["/t/1", "/indexed"]) {
    const first = await ask(path);
    expect(plain((await ask(path)).headers)).toEqual(plain(first.headers));
  }
  expect(rendered).toHaveLength(2);
});

test("headers follow the request that asks, not the one that filled", async () => {
  await ask("/t/1", { host: "abc.onion" });
  const { headers } = await ask("/t/1", { "x-forwarded-proto": "https" });
  expect(headers["strict-transport-security"]).toBeDefined();
  expect(headers["onion-location"]).toBe("http://abc.onion/t/1");
});

test("a HEAD is answered from memory without a body, and leaves nothing there", async () => {
  await ask("/t/1", {}, "HEAD");
  expect(pages.size().pages).toBe(0);
  const { headers } = await ask();
  const head = await ask("/t/1", {}, "HEAD");
  expect(head.body).toHaveLength(0);
  expect(head.headers["content-length"]).toBe(headers["content-length"]);
  expect(rendered).toHaveLength(2);
});

describe("who has a cookie besides the preferences", () => {
  test.each([
    "session=abc",
    "__Host-session=abc",
    "preferences=es.dark; session=abc",
    "other=1",
    "preferences=es.dark;x",
  ])("neither gets a kept page nor leaves one: %s", async (cookie) => {
    await read("/t/1", { cookie });
    expect(pages.size().pages).toBe(0);
    await read();
    expect((await read("/t/1", { cookie })).html).toContain("render 3");
  });
});

test("a guest who can't read gzip is answered plainly", async () => {
  await read();
  const { html, headers } = await read("/t/1", { "accept-encoding": "gzip;q=0, br" });
  expect(headers["content-encoding"]).toBeUndefined();
  expect(html).toContain("render 2");
});

test("each language and theme is a page of its own, and each address and host", async () => {
  const asked: [string, Record<string, string>][] = [
    ["/t/1", {}],
    ["/t/1", { "accept-language": "es-MX,es;q=0.9" }],
    ["/t/1", { cookie: "preferences=-.dark" }],
    ["/t/1", { cookie: "preferences=es.dark" }],
    ["/t/1?page=2", {}],
    ["/t/2", {}],
    ["/t/1", { host: "other.example" }],
  ];
  for (const [path, headers] of asked) await read(path, headers);
  expect(rendered).toHaveLength(asked.length);
  for (const [i, [path, headers]] of asked.entries()) {
    expect((await read(path, headers)).html).toContain(`render ${i + 1} `);
  }
  await read("/t/1", { "accept-language": "es" });
  await read("/t/1", { cookie: "preferences=en.-" });
  expect(rendered).toHaveLength(asked.length);
});

test.each(["/missing", "/broken", "/gives-a-cookie", "/of-one-reader"])("%s is not kept", async (path) => {
  await read(path);
  await read(path);
  expect(rendered).toHaveLength(2);
  expect(pages.size()).toEqual({ pages: 0, bytes: 0 });
});

test("a change forgets every page", async () => {
  await read();
  pages.forget();
  expect(pages.size()).toEqual({ pages: 0, bytes: 0 });
  expect((await read()).html).toContain("render 2");
});

test("a page that was being rendered during a change is given, and not kept", async () => {
  meanwhile = () => pages.forget();
  expect((await read()).html).toContain("render 1");
  meanwhile = () => {};
  expect((await read()).html).toContain("render 2");
});

test("a page is rendered anew after its longest time", async () => {
  await read();
  now = new Date(now.getTime() + MINUTE - 1);
  expect((await read()).html).toContain("render 1");
  now = new Date(now.getTime() + 1);
  expect((await read()).html).toContain("render 2");
});

test("the pages kept are bounded in number, the least recently read forgotten first", async () => {
  close();
  await listen({ mostPages: 2 });
  for (const path of ["/t/1", "/t/2", "/t/1", "/t/3"]) await read(path);
  expect(pages.size().pages).toBe(2);
  await read("/t/1");
  expect(rendered).toEqual(["/t/1", "/t/2", "/t/3"]);
  await read("/t/2");
  expect(rendered).toHaveLength(4);
});

test("the pages kept are bounded in bytes", async () => {
  close();
  await listen({ mostBytes: 8_000 });
  for (let n = 1; n <= 20; n++) await read(`/t/${n}`);
  expect(pages.size().bytes).toBeGreaterThan(0);
  expect(pages.size().bytes).toBeLessThanOrEqual(8_000);
});
