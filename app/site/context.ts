import type { Site } from "./site";

/** What each request carries into loaders and actions. */
export type RequestContext = {
  site: Site;
  /** Fixed when the request arrived. */
  now: Date;
  /** For the scripts of this one answer. */
  nonce: string;
  /** HMAC of the visitor's network under a salt in memory; never an address. */
  network: string;
};

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {}
}
