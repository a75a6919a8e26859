import type { Server } from "node:http";
import type { AddressInfo, Server as NetServer } from "node:net";
import { onionListener } from "./proxy-protocol.server";
import type { HttpSettings } from "./settings.server";

/** Milliseconds that answers under way are given to finish when the server is told to stop. */
const LAST_WORDS = 5_000;

export type Listening = { address: string; stop(): Promise<void> };

function begin(server: NetServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/**
 * Starts listening, for browsers and, if wanted, for Tor. Resolves with the address to print, and the way to stop: no
 * new connections, then a few seconds for answers under way.
 *
 * @throws Error in one readable sentence when the port is taken or may not be used
 */
export async function listen(http: Server, settings: HttpSettings): Promise<Listening> {
  const { port, host, onionPort } = settings;
  const onion = onionPort === null ? null : onionListener(http);
  try {
    await begin(http, port, host);
    if (onion) await begin(onion, onionPort!, "127.0.0.1");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "EADDRINUSE" ? "is in use already; set PORT to another" : `can't be used (${code})`;
    throw new Error(`the port ${port} at ${host} ${why}.`);
  }
  const [origin] = settings.origins;
  const stop = () =>
    new Promise<void>((resolve) => {
      const last = setTimeout(() => http.closeAllConnections(), LAST_WORDS);
      onion?.close();
      http.close(() => {
        clearTimeout(last);
        resolve();
      });
      http.closeIdleConnections();
    });
  return { address: origin ?? `http://localhost:${(http.address() as AddressInfo).port}`, stop };
}
