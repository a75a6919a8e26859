/** The parts of a request that say which site it comes from. */
export type Provenance = {
  method: string;
  /** The `Sec-Fetch-Site` header, which browsers write and pages can't. */
  fetchSite: string | undefined;
  /** The `Origin` header. */
  origin: string | undefined;
  /** The `Host` header. */
  host: string | undefined;
};

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request may change anything: reading is always let through; anything else must come from a page of this very
 * origin. Browsers from before `Sec-Fetch-Site` must send an exact `Origin`. `origins` are the configured ones; when
 * empty, the origin must match the Host header, whatever the scheme.
 */
export function passesGate(request: Provenance, origins: ReadonlySet<string>): boolean {
  if (SAFE.has(request.method)) return true;
  if (request.fetchSite !== undefined) return request.fetchSite === "same-origin";
  return isOwnOrigin(request.origin, request.host, origins);
}

/** Whether an `Origin` header names this site exactly. Sockets ask this too: WebSockets are outside of CORS. */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  origins: ReadonlySet<string>,
): boolean {
  if (!origin || !host) return false;
  if (origins.size > 0) return origins.has(origin);
  return origin === `https://${host}` || origin === `http://${host}`;
}
