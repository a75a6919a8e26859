import { describe, expect, test } from "vitest";
import { isOwnOrigin, passesGate } from "~/platform/http/cross-site-gate.server";

const host = "forum.example";
const anywhere = new Set<string>();
const configured = new Set(["https://forum.example", "http://forumabc.onion"]);

describe("what may change something", () => {
  const sites = ["same-origin", "same-site", "cross-site", "none", "", undefined];
  const origins = ["https://forum.example", "https://evil.example", "null", undefined];

  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    for (const fetchSite of sites) {
      for (const origin of origins) {
        test(`${method} from ${fetchSite} with Origin ${origin} may read`, () => {
          expect(passesGate({ method, fetchSite, origin, host }, anywhere)).toBe(true);
        });
      }
    }
  }

  for (const method of ["POST", "PUT", "DELETE", "PATCH", "post", "FOO"]) {
    for (const fetchSite of sites) {
      for (const origin of origins) {
        const expected = fetchSite === "same-origin" || (fetchSite === undefined && origin === "https://forum.example");
        test(`${method} from ${fetchSite} with Origin ${origin} is ${expected ? "let through" : "refused"}`, () => {
          expect(passesGate({ method, fetchSite, origin, host }, anywhere)).toBe(expected);
        });
      }
    }
  }
});

describe("this very origin", () => {
  test.each([
    ["https://forum.example", host, anywhere, true],
    ["http://forum.example", host, anywhere, true],
    ["https://forum.example:8443", host, anywhere, false],
    ["https://forum.example.evil.example", host, anywhere, false],
    ["https://evil.example/forum.example", host, anywhere, false],
    ["HTTPS://FORUM.EXAMPLE", host, anywhere, false],
    ["null", host, anywhere, false],
    ["", host, anywhere, false],
    [undefined, host, anywhere, false],
    ["https://forum.example", undefined, anywhere, false],
    ["https://forum.example", "evil.example", configured, true],
    ["http://forumabc.onion", host, configured, true],
    ["http://forum.example", host, configured, false],
  ])("%s at %s", (origin, at, origins, expected) => {
    expect(isOwnOrigin(origin, at, origins)).toBe(expected);
  });
});
