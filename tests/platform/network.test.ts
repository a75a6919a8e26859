import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientAddress } from "~/platform/http/client-address.server";
import { createNetworkKeys, networkPart, SHARED } from "~/platform/http/network.server";
import { readProxyLine } from "~/platform/http/proxy-protocol.server";

const DAY = 24 * 60 * 60 * 1000;
const loopback = new Set(["127.0.0.1", "::1"]);

describe("whose address is believed", () => {
  test.each([
    ["a direct visitor's claim is ignored", "203.0.113.9", "198.51.100.1", new Set<string>(), "203.0.113.9"],
    ["a trusted proxy is believed", "127.0.0.1", "198.51.100.1", loopback, "198.51.100.1"],
    [
      "only the last hop before the proxy counts",
      "127.0.0.1",
      "1.1.1.1, 8.8.8.8, 198.51.100.1",
      loopback,
      "198.51.100.1",
    ],
    ["a chain of trusted proxies is followed", "127.0.0.1", "198.51.100.1, ::1", loopback, "198.51.100.1"],
    ["an untrusted peer can't borrow a proxy's name", "203.0.113.9", "127.0.0.1", loopback, "203.0.113.9"],
    ["a proxy that says nothing stands for itself", "127.0.0.1", undefined, loopback, "127.0.0.1"],
    ["words in place of an address are ignored", "127.0.0.1", "198.51.100.1, unknown", loopback, "127.0.0.1"],
    ["an absurdly long chain is ignored", "127.0.0.1", "198.51.100.1,".repeat(200), loopback, "127.0.0.1"],
    ["IPv4 in IPv6's clothes is IPv4", "::ffff:203.0.113.9", undefined, loopback, "203.0.113.9"],
    ["a proxy in IPv6's clothes is still trusted", "::ffff:127.0.0.1", "2001:db8::7", loopback, "2001:db8::7"],
    ["no connection, no address", undefined, "198.51.100.1", loopback, ""],
  ])("%s", (_name, remoteAddress, forwardedFor, trusted, expected) => {
    expect(clientAddress({ remoteAddress, forwardedFor }, trusted)).toBe(expected);
  });

  test("nothing a visitor writes can make an untrusted connection look like another", () => {
    fc.assert(
      fc.property(fc.string(), (forwardedFor) => {
        expect(clientAddress({ remoteAddress: "203.0.113.9", forwardedFor }, loopback)).toBe("203.0.113.9");
      }),
    );
  });
});

describe("the part of an address that counts", () => {
  test.each([
    ["203.0.113.9", false, "v4:203.0.113"],
    ["203.0.113.250", false, "v4:203.0.113"],
    ["2001:db8:1:2:3:4:5:6", false, "v6:2001:db8:1:2"],
    ["2001:0db8:0001:0002::1", false, "v6:2001:db8:1:2"],
    ["2001:db8::1", false, "v6:2001:db8:0:0"],
    ["::1", false, "v6:0:0:0:0"],
    ["fe80::1%eth0", false, "v6:fe80:0:0:0"],
    ["fc00:dead:beef:4dad::ffff:1", true, "circuit:fc00:dead:beef:4dad:0:0:ffff:1"],
    ["fc00:dead:beef:4dad::ffff:2", false, "circuit:fc00:dead:beef:4dad:0:0:ffff:2"],
    ["FC00:DEAD:BEEF:4DAD:0:0:FFFF:1", true, "circuit:fc00:dead:beef:4dad:0:0:ffff:1"],
    ["::ffff:203.0.113.9", false, "v4:203.0.113"],
    ["::ffff:cb00:7109", false, "v4:203.0.113"],
    ["0:0:0:0:0:ffff:cb00:71ff", false, "v4:203.0.113"],
    ["127.0.0.1", true, "onion"],
    ["", false, "unknown"],
    ["nonsense", false, "unknown"],
  ])("%s (onion: %s) is %s", (address, onion, expected) => {
    expect(networkPart({ address, onion })).toBe(expected);
  });

  test("every way of writing an IPv6 address is one network", () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        const short = groups.map((value) => value.toString(16)).join(":");
        const long = groups.map((value) => value.toString(16).padStart(4, "0")).join(":");
        expect(networkPart({ address: long, onion: false })).toBe(networkPart({ address: short, onion: false }));
      }),
    );
  });
});

describe("network keys", () => {
  test("one network has one key, another has another, and neither shows the address", () => {
    const networkOf = createNetworkKeys();
    const first = networkOf({ address: "203.0.113.9", onion: false }, 0);
    expect(networkOf({ address: "203.0.113.77", onion: false }, 1)).toBe(first);
    expect(networkOf({ address: "203.0.114.9", onion: false }, 1)).not.toBe(first);
    expect(first).toMatch(/^[\w-]{22}$/);
  });

  test("after 24 hours the same network has a new key", () => {
    const networkOf = createNetworkKeys();
    const visitor = { address: "203.0.113.9", onion: false };
    const first = networkOf(visitor, 0);
    expect(networkOf(visitor, DAY - 1)).toBe(first);
    expect(networkOf(visitor, DAY)).not.toBe(first);
  });

  test("a clock set right after years ahead doesn't keep one salt for years", () => {
    const networkOf = createNetworkKeys();
    const visitor = { address: "203.0.113.9", onion: false };
    const ahead = networkOf(visitor, 900 * DAY);
    expect(networkOf(visitor, 0)).not.toBe(ahead);
    const set = networkOf(visitor, 1);
    expect(networkOf(visitor, 0)).toBe(set);
  });

  test("no two circuits share a key, and none is taken for a shared line", () => {
    const networkOf = createNetworkKeys();
    const number = fc.integer({ min: 0, max: 0xffff_ffff });
    const through = (circuit: number) =>
      networkOf(
        {
          address: `fc00:dead:beef:4dad::${(circuit >>> 16).toString(16)}:${(circuit & 0xffff).toString(16)}`,
          onion: true,
        },
        0,
      );
    fc.assert(
      fc.property(number, number, (one, two) => {
        expect(through(one) === through(two)).toBe(one === two);
        expect(through(one).startsWith(SHARED)).toBe(false);
      }),
    );
  });

  test("another process has other keys", () => {
    const visitor = { address: "203.0.113.9", onion: false };
    expect(createNetworkKeys()(visitor, 0)).not.toBe(createNetworkKeys()(visitor, 0));
  });

  test("onion visitors share a bucket unless Tor tells their circuits apart", () => {
    const networkOf = createNetworkKeys();
    const shared = networkOf({ address: "127.0.0.1", onion: true }, 0);
    expect(shared.startsWith(SHARED)).toBe(true);
    expect(networkOf({ address: "::1", onion: true }, 0)).toBe(shared);
    const one = networkOf({ address: "fc00:dead:beef:4dad::1", onion: true }, 0);
    const two = networkOf({ address: "fc00:dead:beef:4dad::2", onion: true }, 0);
    expect(one).not.toBe(two);
    expect(one.startsWith(SHARED)).toBe(false);
  });
});

describe("Tor's first line", () => {
  test.each([
    ["PROXY TCP6 fc00:dead:beef:4dad::ffff:ffff ::1 65535 42", "fc00:dead:beef:4dad::ffff:ffff"],
    ["PROXY TCP6 FC00:DEAD:BEEF:4DAD::1 ::1 0 80", "FC00:DEAD:BEEF:4DAD::1"],
    ["PROXY TCP6 fc00:dead:beef:4dad::1 ::1 65536 80", null],
    ["PROXY TCP6 fc00:dead:beef:4dad::1 nowhere 65535 80", null],
    ["PROXY TCP6 fc00:dead:beef:4dad::1 ::1 65535 80 ", null],
    ["PROXY  TCP6 fc00:dead:beef:4dad::1 ::1 65535 80", null],
    ["PROXY TCP6 fc00:dead:beef:4dad::1%eth0 ::1 65535 80", null],
    ["PROXY TCP4 203.0.113.9 127.0.0.1 65535 42", null],
    ["PROXY UNKNOWN", null],
    ["GET / HTTP/1.1", null],
    ["PROXY TCP6 ::::: ::1 65535 42", null],
    ["", null],
  ])("%s", (line, expected) => {
    expect(readProxyLine(line)).toBe(expected);
  });

  test("every circuit is read as it was written, and one sign more or less is none", () => {
    const line = fc
      .tuple(fc.ipV6(), fc.ipV6(), fc.nat(65_535), fc.nat(65_535))
      .map(([source, target, from, to]) => ({ source, text: `PROXY TCP6 ${source} ${target} ${from} ${to}` }));
    fc.assert(
      fc.property(line, fc.nat(), ({ source, text }, at) => {
        expect(readProxyLine(text)).toBe(source);
        expect(readProxyLine(`${text} `)).toBeNull();
        const cut = at % 11;
        expect(readProxyLine(text.slice(0, cut) + text.slice(cut + 1))).toBeNull();
      }),
    );
  });

  test("nothing else makes it fail", () => {
    fc.assert(fc.property(fc.string(), (line) => readProxyLine(line) === null));
    fc.assert(fc.property(fc.string(), (rest) => readProxyLine(`PROXY TCP6 ${rest}`) === null));
  });
});
