import type { Env } from "../env.server";

/** How this server is reached; made from the environment once at boot. */
export type HttpSettings = {
  /** TCP port; 0 takes a free one. */
  port: number;
  /** Address to listen on: this machine alone unless told otherwise, since a reverse proxy or Tor stands in front. */
  host: string;
  /** Addresses whose `X-Forwarded-*` are believed. */
  trustedProxies: ReadonlySet<string>;
  /** What members type in, and the onion service's. Empty: whatever the Host header says. */
  origins: ReadonlySet<string>;
  /** `http://….onion` of the same community, offered to Tor Browser on clearnet pages. */
  onionLocation: string | null;
  /** Local port on which Tor speaks the PROXY protocol, which carries its circuit number. */
  onionPort: number | null;
  development: boolean;
};

const LOOPBACK = ["127.0.0.1", "::1"];

/** The HTTP side of the settings. `TRUST_PROXY` is a comma-separated list, in which `loopback` stands for this machine. */
export function httpSettings(env: Env): HttpSettings {
  const proxies = (env.TRUST_PROXY ?? "").split(",").flatMap((entry) => entry.trim() || []);
  const addresses = [env.UNDERSTORY_ORIGIN, env.ONION_LOCATION].map((url) => url && new URL(url).origin);
  return {
    port: env.PORT,
    host: env.HOST,
    trustedProxies: new Set(proxies.flatMap((entry) => (entry === "loopback" ? LOOPBACK : entry))),
    origins: new Set(env.UNDERSTORY_ORIGIN ? addresses.flatMap((origin) => origin ?? []) : []),
    onionLocation: addresses[1] ?? null,
    onionPort: env.ONION_PORT ?? null,
    development: env.NODE_ENV === "development",
  };
}
