import type { Server } from "node:http";
import { createServer, isIPv6, type Server as NetServer, type Socket } from "node:net";

const circuits = new WeakMap<Socket, string>();

/** Longest first line of the PROXY protocol, version 1 (haproxy's proxy-protocol.txt, section 2.1). */
const LONGEST_LINE = 107;
/** Milliseconds within which Tor has written it. */
const PATIENCE = 5_000;

/** The address that stands for the Tor circuit a connection came through, when it came through `onionListener`. */
export function circuitAddress(socket: Socket): string | undefined {
  return circuits.get(socket);
}

/** The source address of a `PROXY TCP6 source target port port` line, or null when it isn't one, to the letter. */
export function readProxyLine(line: string): string | null {
  const [, source = "", target = "", ...ports] =
    /^PROXY TCP6 ([0-9a-f:.]{2,45}) ([0-9a-f:.]{2,45}) (\d{1,5}) (\d{1,5})$/i.exec(line) ?? [];
  const whole = isIPv6(source) && isIPv6(target) && ports.every((port) => Number(port) <= 65_535);
  return whole ? source : null;
}

/**
 * A listener for Tor with `HiddenServiceExportCircuitID haproxy`: each connection begins with a line naming its circuit
 * as an address; the rest is handed to the HTTP server. Connections that begin otherwise are closed.
 */
export function onionListener(http: Server): NetServer {
  return createServer({ pauseOnConnect: true }, (socket) => {
    let seen = Buffer.alloc(0);
    const close = () => socket.destroy();
    const read = (part: Buffer) => {
      seen = Buffer.concat([seen, part]);
      const end = seen.indexOf("\r\n");
      if (end < 0 && seen.length <= LONGEST_LINE) return;
      const address = end < 0 ? null : readProxyLine(seen.subarray(0, end).toString("latin1"));
      if (!address) return close();
      socket.off("data", read).off("error", close).setTimeout(0).off("timeout", close).pause();
      circuits.set(socket, address);
      if (seen.length > end + 2) socket.unshift(seen.subarray(end + 2));
      http.emit("connection", socket);
      socket.resume();
    };
    socket.setTimeout(PATIENCE).on("timeout", close).on("error", close).on("data", read).resume();
  });
}
