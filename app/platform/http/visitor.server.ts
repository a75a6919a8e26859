import type { IncomingMessage } from "node:http";
import { clientAddress } from "./client-address.server";
import { createNetworkKeys } from "./network.server";
import { circuitAddress } from "./proxy-protocol.server";
import type { HttpSettings } from "./settings.server";

/** Says which network a request comes from: its key, never an address. `now` in ms. */
export type NetworkReader = (message: IncomingMessage, now: number) => string;

/** Reads the network of requests: from Tor's circuit, a trusted proxy's word, or the connection. */
export function createNetworkReader(settings: HttpSettings, networkOf = createNetworkKeys()): NetworkReader {
  return (message, now) => {
    const circuit = circuitAddress(message.socket);
    const forwardedFor = message.headers["x-forwarded-for"]?.toString();
    const address =
      circuit ?? clientAddress({ remoteAddress: message.socket.remoteAddress, forwardedFor }, settings.trustedProxies);
    const host = (message.headers.host ?? "").toLowerCase().replace(/:\d+$/, "");
    return networkOf({ address, onion: circuit !== undefined || host.endsWith(".onion") }, now);
  };
}
