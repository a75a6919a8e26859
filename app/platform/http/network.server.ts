import { createHmac, randomBytes } from "node:crypto";
import { isIPv4, isIPv6 } from "node:net";

/** What a visitor's network is made from. */
export type Visitor = { address: string; onion: boolean };

const SALT_LIFE = 24 * 60 * 60 * 1000;

/** The /64 under which `HiddenServiceExportCircuitID haproxy` hands out one address for each circuit (tor(1)). */
const CIRCUITS = "fc00:dead:beef:4dad";

/** The eight 16-bit groups of an IPv6 address, without leading zeros; however it is written, it has one form in a URL. */
function groupsOf(address: string): string[] {
  const url = new URL("http://none.invalid");
  url.hostname = `[${address.split("%")[0]}]`;
  const plain = url.hostname.slice(1, -1);
  const [head = "", tail] = plain.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  return [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
}

/** The /24 of an IPv4 address in IPv6's clothes (`::ffff:0:0/96`), or null. */
function mappedPart(groups: string[]): string | null {
  if (groups.slice(0, 6).join() !== "0,0,0,0,0,ffff") return null;
  const [high, low] = groups.slice(6).map((group) => Number.parseInt(group, 16)) as [number, number];
  return `v4:${high >> 8}.${high & 255}.${low >> 8}`;
}

/**
 * The part of an address that limits count: `v4:` and the /24, `v6:` and the /64, `circuit:` and the whole address for a
 * Tor circuit, `onion` for all onion visitors whose circuit isn't known, `unknown` for what is no address.
 */
export function networkPart({ address, onion }: Visitor): string {
  if (isIPv6(address)) {
    const groups = groupsOf(address);
    const prefix = groups.slice(0, 4).join(":");
    if (prefix === CIRCUITS) return `circuit:${groups.join(":")}`;
    return onion ? "onion" : (mappedPart(groups) ?? `v6:${prefix}`);
  }
  if (onion) return "onion";
  return isIPv4(address) ? `v4:${address.split(".").slice(0, 3).join(".")}` : "unknown";
}

/** Begins the keys behind which many unrelated people stand. */
export const SHARED = "shared:";

/** A salt that lives only in this closure, and for a day. */
function ownSalt(): (now: number) => Buffer {
  let salt = randomBytes(32);
  let born = Number.NEGATIVE_INFINITY;
  return (now) => {
    if (Math.abs(now - born) >= SALT_LIFE) {
      salt = randomBytes(32);
      born = now;
    }
    return salt;
  };
}

/**
 * Turns visitors into network keys of 22 base64url characters: an HMAC under a salt that is only in memory and is
 * replaced every 24 hours, so that no key can be led back to an address later. `saltAt`: one that several processes share. `now` is in milliseconds. A key that
 * begins with `SHARED` may slow people down, but must never keep them from signing in, recovering or reporting.
 */
export function createNetworkKeys(saltAt = ownSalt()) {
  return function networkOf(visitor: Visitor, now: number): string {
    const salt = saltAt(now);
    const part = networkPart(visitor);
    const key = createHmac("sha256", salt).update(part).digest("base64url").slice(0, 22);
    return part === "onion" || part === "unknown" ? SHARED + key : key;
  };
}
