import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCookieNames } from "~/safety/leave/cookie-names";
import { isVisit, leaveResponse, mayEndSession } from "~/safety/leave/leave-response.server";

test.each([
  [null, true],
  ["same-origin", true],
  ["same-site", false],
  ["cross-site", false],
  ["none", false],
  ["", false],
])("a request from %s may end the session: %s", (fetchSite, expected) => {
  expect(mayEndSession(fetchSite)).toBe(expected);
});

test.each<[string, string, Record<string, string>, boolean]>([
  ["a press of the link", "GET", { "sec-fetch-dest": "document", "sec-fetch-mode": "navigate" }, true],
  ["an old browser, which says nothing", "GET", {}, true],
  ["a link fetched ahead", "GET", { "sec-purpose": "prefetch", "sec-fetch-dest": "document" }, false],
  ["a page rendered ahead", "GET", { "sec-purpose": "prefetch;prerender" }, false],
  ["a link fetched ahead by an older browser", "GET", { purpose: "prefetch" }, false],
  ["a link fetched ahead by Firefox", "GET", { "x-moz": "prefetch" }, false],
  ["a picture", "GET", { "sec-fetch-dest": "image" }, false],
  ["a frame", "GET", { "sec-fetch-dest": "iframe" }, false],
  ["a script", "GET", { "sec-fetch-dest": "empty" }, false],
  ["a program that checks links", "HEAD", {}, false],
])("%s is somebody who leaves: %s %o %s", (_what, method, headers, expected) => {
  expect(isVisit({ method, headers: new Headers(headers) })).toBe(expected);
});

test("leaving clears cookies and storage, never the cache, and says nothing of where it comes from", () => {
  const { status, headers } = leaveResponse("https://elsewhere.example/", "__Host-session=a; preferences=es.-", true);
  expect(status).toBe(303);
  expect(headers.get("location")).toBe("https://elsewhere.example/");
  expect(headers.get("clear-site-data")).toBe('"cookies", "storage"');
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.getSetCookie()).toEqual([
    "__Host-session=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly; Secure",
    "preferences=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly",
  ]);
});

test("a link on another site leads elsewhere and changes nothing", () => {
  const { status, headers } = leaveResponse("https://elsewhere.example/", "session=a", false);
  expect(status).toBe(303);
  expect(headers.has("clear-site-data")).toBe(false);
  expect(headers.getSetCookie()).toEqual([]);
});

test("whatever cookies come, the names can be written back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (cookies) => {
      const names = parseCookieNames(cookies);
      expect(names.length).toBeLessThanOrEqual(50);
      leaveResponse("https://elsewhere.example/", cookies, true);
    }),
  );
});
