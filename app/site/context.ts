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
  /** A file in the form was too large, and isn't in it any more; what was written is. */
  cutShort?: boolean;
};

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {}
}
