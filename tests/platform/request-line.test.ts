import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST_URL, readRequestLine } from "~/platform/http/request-line.server";

test.each([
  ["/", "forum.example", "/"],
  ["/t/abc?page=2&q=%C3%B1", "localhost:3000", "/t/abc"],
  ["/s/caf%C3%A9", "[::1]:3000", "/s/caf%C3%A9"],
  [`/${"a".repeat(LONGEST_URL - 1)}`, "FORUM.example", `/${"a".repeat(LONGEST_URL - 1)}`],
])("%s at %s is understood", (url, host, pathname) => {
  expect(readRequestLine(url, host)).toEqual({ url, host: host.toLowerCase(), pathname });
});

test.each([
  [undefined, "forum.example", 400],
  ["/", undefined, 400],
  ["/", "", 400],
  ["/", "forum.example/evil", 400],
  ["/", "user@forum.example", 400],
  ["/", "forum.example:port", 400],
  ["/", "a".repeat(300), 400],
  ["*", "forum.example", 400],
  ["http://evil.example/", "forum.example", 400],
  ["//evil.example/", "forum.example", 400],
  ["/%zz", "forum.example", 400],
  ["/%c3", "forum.example", 400],
  ["/a%00b", "forum.example", 400],
  ["/a%0d%0ab", "forum.example", 400],
  ["/a%5cb", "forum.example", 400],
  ["/a\\b", "forum.example", 400],
  ["/a#b", "forum.example", 400],
  ["/ñ", "forum.example", 400],
  [`/${"a".repeat(LONGEST_URL)}`, "forum.example", 414],
])("%s at %s is turned away", (url, host, status) => {
  expect(readRequestLine(url, host)).toEqual({ status });
});

test("whatever is understood is a path on this site", () => {
  fc.assert(
    fc.property(fc.oneof(fc.webPath(), fc.string(), fc.webUrl()), (url) => {
      const line = readRequestLine(url, "forum.example");
      if ("status" in line) return;
      expect(new URL(`https://forum.example${line.url}`).host).toBe("forum.example");
      decodeURIComponent(line.pathname);
    }),
  );
});
