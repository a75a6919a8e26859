import type { Readable } from "node:stream";

type Page = { html: Buffer; sameForGuests: boolean };

const pages = new WeakMap<Response, Page>();

/**
 * A Response whose whole HTML is at hand. Wrapping it into a web stream only for the server to read it back out would
 * cost more than compressing it. `sameForGuests`: it was made for a guest, and every other would get the same.
 */
export function pageResponse(html: Buffer, status: number, headers: Headers, sameForGuests = false): Response {
  const response = new Response(null, { status, headers });
  pages.set(response, { html, sameForGuests });
  return response;
}

/** The HTML that `pageResponse` put aside, if this is such a response. */
export const pageOf = (response: Response): Buffer | undefined => pages.get(response)?.html;

/** Whether this is a page that any guest may get. */
export const isSameForGuests = (response: Response): boolean => pages.get(response)?.sameForGuests ?? false;

const bodies = new WeakMap<Response, Readable>();

/**
 * A Response whose body goes out as it is made, uncompressed and never whole in memory. For what is too long to wait for;
 * a page is quicker in one piece. The server destroys `body` when the visitor goes away.
 */
export function streamedResponse(body: Readable, headers: HeadersInit): Response {
  const response = new Response(null, { headers });
  bodies.set(response, body);
  return response;
}

/** The body that `streamedResponse` put aside, if this is such a response. */
export const streamOf = (response: Response): Readable | undefined => bodies.get(response);
