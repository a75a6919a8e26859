import { isIP } from "node:net";

/** What of a request the address is read from. */
export type Peer = {
  /** The other end of the TCP connection. */
  remoteAddress: string | undefined;
  /** The `X-Forwarded-For` header as it came. */
  forwardedFor: string | undefined;
};

/** Longest `X-Forwarded-For` looked at: 20 hops of the longest address. */
const LONGEST = 1_000;

/** `::ffff:192.0.2.1` is the same network as `192.0.2.1`. */
function plain(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return mapped ? mapped[1]! : address.toLowerCase();
}

/**
 * The address of whoever asks, as far as it can be believed: the connection's other end, or, when that is a trusted
 * proxy, the right-most hop of `X-Forwarded-For` that isn't one (everything to the left of it is the visitor's claim).
 * Never stored, never logged; `networkOf` is its only reader. Empty when nothing usable stands there.
 */
export function clientAddress(peer: Peer, trusted: ReadonlySet<string>): string {
  let address = plain(peer.remoteAddress ?? "");
  if (!trusted.has(address) || !peer.forwardedFor || peer.forwardedFor.length > LONGEST) return address;
  for (const hop of peer.forwardedFor.split(",").reverse()) {
    const claimed = plain(hop.trim());
    if (!isIP(claimed)) return address;
    address = claimed;
    if (!trusted.has(address)) break;
  }
  return address;
}
