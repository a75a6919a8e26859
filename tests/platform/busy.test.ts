import { EventEmitter, once } from "node:events";
import type { ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { busyPage } from "~/busy-page.server";
import { errandOf } from "~/errands";
import { readEnv } from "~/platform/env.server";
import { boundConnections } from "~/platform/http/connections.server";
import { createCrowd } from "~/platform/http/crowd.server";
import { createHttpServer } from "~/platform/http/http-server.server";
import { SHARED } from "~/platform/http/network.server";
import { pageResponse } from "~/platform/http/rendered-page.server";
import { httpSettings } from "~/platform/http/settings.server";
import { createStaticFiles } from "~/platform/http/static-files.server";
import { type Errand, lasting, type Strain, strainOf, waits } from "~/platform/http/strain.server";
import { createTurns } from "~/platform/in-turn";
import { askPort } from "../support/http";

describe("who waits when there is too much to do", () => {
  test.each<[Errand, boolean, Strain | "never"]>([
    ["reading", false, 1],
    ["reading", true, 2],
    ["entry", false, 2],
    ["deed", false, "never"],
    ["deed", true, "never"],
    ["always", false, "never"],
  ])("%s (member: %s) waits from strain %s", (errand, member, from) => {
    for (const strain of [0, 1, 2] as const)
      expect(waits(errand, member, strain)).toBe(from !== "never" && strain >= from);
  });

  test("a load is a strain by the worse of its two sides", () => {
    expect(strainOf({ making: 0, lateMs: 0 })).toBe(0);
    expect(strainOf({ making: 59, lateMs: 199 })).toBe(0);
    expect(strainOf({ making: 60, lateMs: 0 })).toBe(1);
    expect(strainOf({ making: 0, lateMs: 200 })).toBe(1);
    expect(strainOf({ making: 180, lateMs: 0 })).toBe(2);
    expect(strainOf({ making: 60, lateMs: 700 })).toBe(2);
  });

  test("one long deed isn't lateness; what lasts is, as far as it lasts", () => {
    expect(lasting([])).toBe(0);
    expect(lasting([900, 900, 900])).toBe(0);
    expect(lasting([900, 900, 900, 900])).toBe(900);
    expect(lasting([900, 10, 900, 900, 900])).toBe(10);
    expect(lasting([10, 300, 900, 900, 900])).toBe(300);
  });

  test.each<[string, string, Errand]>([
    ["GET", "/pile-on", "always"],
    ["GET", "/me/shelter", "always"],
    ["GET", "/", "reading"],
    ["GET", "/t/abc", "reading"],
    ["HEAD", "/search", "reading"],
    ["GET", "/reporting", "reading"],
    ["POST", "/t/abc/reply", "deed"],
    ["GET", "/sign-in", "entry"],
    ["GET", "/report", "always"],
    ["GET", "/report/outside/wait", "always"],
    ["POST", "/takedown", "always"],
    ["GET", "/leave", "always"],
    ["POST", "/sign-out", "always"],
    ["GET", "/helplines", "always"],
  ])("%s %s is %s", (method, pathname, errand) => {
    expect(errandOf(method, pathname)).toBe(errand);
  });

  test("the page says so in the reader's language, and what somebody typed into the address stays text", () => {
    const url = '/search?q="><script>';
    const english = busyPage({}, { title: "Notes & more", url });
    expect(english).toContain("The server is busy");
    expect(english).toContain("<title>Notes &#38; more</title>");
    expect(english).toContain('<a href="/leave">Leave now</a>');
    expect(english).not.toContain("<script>");
    expect(busyPage({ cookie: "preferences=es.dark" }, { title: "", url })).toContain('<html lang="es">');
  });
});

describe("work that is done a few at a time", () => {
  test("whoever finds a full line is told at once, and a failure gives its place on", async () => {
    const inTurn = createTurns({ atOnce: 2, waiting: 1 });
    let fail: (why: Error) => void = () => {};
    const first = inTurn(() => new Promise((_, reject) => (fail = reject)));
    let finish: (value: string) => void = () => {};
    const second = inTurn(() => new Promise<string>((resolve) => (finish = resolve)));
    const third = inTurn(async () => "third");
    expect(await inTurn(async () => "fourth")).toBeNull();
    fail(new Error("broken"));
    await expect(first).rejects.toThrow("broken");
    expect(await third).toBe("third");
    finish("second");
    expect(await second).toBe("second");
    expect(await inTurn(async () => "again")).toBe("again");
  });
});

const aResponse = () => Object.assign(new EventEmitter(), { destroy() {} }) as unknown as ServerResponse;

describe("answers under way", () => {
  test("one network has only so many, what is never put off a few more, and each place comes back once", () => {
    const crowd = createCrowd();
    const all = Array.from({ length: 48 }, aResponse);
    for (const response of all) expect(crowd.enter("one", response, false)).not.toBeNull();
    expect(crowd.enter("one", aResponse(), false)).toBeNull();
    expect(crowd.enter("one", aResponse(), true)).not.toBeNull();
    expect(crowd.enter("another", aResponse(), false)).not.toBeNull();
    for (const response of all.slice(0, 2)) response.emit("close");
    expect(crowd.enter("one", aResponse(), false)).not.toBeNull();
    expect(crowd.enter("one", aResponse(), false)).toBeNull();
  });

  test("a line that many share has room for many", () => {
    const crowd = createCrowd();
    for (let i = 0; i < 600; i++) expect(crowd.enter(`${SHARED}onion`, aResponse(), false)).not.toBeNull();
    expect(crowd.enter(`${SHARED}onion`, aResponse(), false)).toBeNull();
  });

  test("only what is being made counts as work", () => {
    const crowd = createCrowd();
    const response = aResponse();
    const place = crowd.enter("one", response, false)!;
    expect(crowd.making()).toBe(0);
    place.asked();
    expect(crowd.making()).toBe(1);
    place.answered(0, false);
    response.emit("close");
    expect(crowd.making()).toBe(0);
    const gone = aResponse();
    crowd.enter("one", gone, false)!.asked();
    gone.emit("close");
    expect(crowd.making()).toBe(0);
  });
});

const answered: string[] = [];
let strain: Strain = 0;
let stop = () => {};
afterEach(() => stop());

async function serve(page = "a page", crowd = createCrowd()) {
  answered.length = 0;
  strain = 0;
  const server = createHttpServer({
    settings: httpSettings(readEnv({})),
    serveStatic: createStaticFiles("public", false),
    answer: async (request) => {
      answered.push(`${request.method} ${new URL(request.url).pathname}`);
      return pageResponse(Buffer.from(page), 200, new Headers({ "Content-Type": "text/html; charset=utf-8" }));
    },
    crowd,
    errandOf,
    strain: () => strain,
    busyPage: (headers, url) => busyPage(headers, { title: "…", url }),
    isReady: async () => true,
    onFailure: () => {},
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { server, port: (server.address() as AddressInfo).port };
}

describe("a server that has too much to do", () => {
  const member = { cookie: "session=abc" };
  const form = { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" };

  test("puts guests' reading off first, then members', and never reports, leaving, signing out or a sent form", async () => {
    const { port } = await serve();
    const statusOf = async (path: string, more: object = {}) => (await askPort(port, { path, ...more })).status;
    for (const [now, guests, members] of [
      [0, 200, 200],
      [1, 503, 200],
      [2, 503, 503],
    ] as const) {
      strain = now;
      expect(await statusOf("/")).toBe(guests);
      expect(await statusOf("/", { headers: member })).toBe(members);
      expect(await statusOf("/sign-in")).toBe(members);
      for (const path of ["/report", "/report/outside", "/takedown", "/leave", "/helplines"])
        expect(await statusOf(path)).toBe(200);
      const post = { method: "POST", headers: form, body: "a=b" };
      for (const path of ["/sign-out", "/report", "/t/abc/reply"]) expect(await statusOf(path, post)).toBe(200);
      expect(await statusOf("/healthz")).toBe(200);
      expect(await statusOf("/icons/page.svg")).toBe(200);
    }
  });

  test("says when to come again, in a page that nothing was asked for and that every header protects", async () => {
    const { port } = await serve();
    strain = 2;
    const { status, headers, body } = await askPort(port, { path: "/t/abc?page=2" });
    expect(status).toBe(503);
    expect(Number(headers["retry-after"])).toBeGreaterThanOrEqual(5);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["cache-control"]).toBe("no-store");
    expect(body.toString()).toContain('href="/t/abc?page=2"');
    expect((await askPort(port, { method: "HEAD" })).body).toHaveLength(0);
    expect(answered).toEqual([]);
  });

  test("turns away what has too many header fields, or a form with too many fields", async () => {
    const { port } = await serve();
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`x-${i}`, "1"]));
    expect((await askPort(port, { headers: many })).status).toBe(431);
    expect(answered).toEqual([]);
    const fields = (n: number) => ({ method: "POST", headers: form, body: Array(n).fill("a=b").join("&") });
    await askPort(port, fields(1_001));
    expect(answered).toEqual(["POST /"]);
    await askPort(port, fields(1_002));
    expect(answered).toEqual(["POST /", "GET /refused/413"]);
  });
});

describe("whoever takes up a place without using it", () => {
  test("somebody who reads too slowly loses their connection, and others don't", async () => {
    const crowd = createCrowd();
    const { port } = await serve("x".repeat(20_000_000), crowd);
    const slow = connect(port, "127.0.0.1");
    slow.on("error", () => {});
    slow.write("GET / HTTP/1.1\r\nHost: forum.example\r\n\r\n");
    await once(slow, "data");
    slow.pause();
    const read = new Promise<number>((resolve) => {
      let bytes = 0;
      slow.on("data", (part) => (bytes += part.length)).on("close", () => resolve(bytes));
    });
    crowd.cut(Date.now() + 59_000);
    expect((await askPort(port, { path: "/other" })).body).toHaveLength(20_000_000);
    crowd.cut(Date.now() + 61_000);
    slow.resume();
    expect(await read).toBeLessThan(20_000_000);
  });

  test("one network holds only so many connections open", () => {
    const server = new EventEmitter() as never as Parameters<typeof boundConnections>[0];
    boundConnections(server, { ...httpSettings(readEnv({})), trustedProxies: new Set(["198.51.100.1"]) }, 3);
    const arrive = (remoteAddress: string) => {
      let open = true;
      const socket = Object.assign(new EventEmitter(), { remoteAddress, destroy: () => (open = false) });
      server.emit("connection", socket as never as Socket);
      return { isOpen: () => open, leave: () => socket.emit("close") };
    };
    const first = [1, 2, 3].map((n) => arrive(`203.0.113.${n}`));
    expect(first.every(({ isOpen }) => isOpen())).toBe(true);
    expect(arrive("::ffff:203.0.113.200").isOpen()).toBe(false);
    expect(arrive("203.0.114.1").isOpen()).toBe(true);
    first[0]!.leave();
    expect(arrive("203.0.113.9").isOpen()).toBe(true);
    for (let i = 0; i < 10; i++)
      for (const near of ["127.0.0.1", "198.51.100.1"]) expect(arrive(near).isOpen()).toBe(true);
  });
});
