import type { IncomingMessage } from "node:http";
import { hasMore, LARGEST_BODY, readHead } from "./read-body.server";

/** The largest file in a form, in bytes: a screenshot fits, a phone's photograph at full size often doesn't. */
export const LARGEST_FILE = 2 * 1024 * 1024;

/** What a form with a file may weigh: the file, and the words beside it as in any form. */
export const LARGEST_UPLOAD = LARGEST_FILE + LARGEST_BODY;

/** How much is taken in, and thrown away beyond that: whoever chose a photograph of 16 MB still gets their words back. */
const PATIENCE = 8 * LARGEST_UPLOAD;

/** So many are held in memory at once; the next ones wait unread, in the network's own buffers. */
const AT_ONCE = 12;

let reading = 0;
const queue: (() => void)[] = [];

/** The body of a form with a file. `cutShort`: a file in it was too large and is left out. */
export type Upload = { body: Buffer<ArrayBuffer>; cutShort: boolean };

/**
 * Reads the body of a form with a file. Of one that is too large comes all that stands before the part in which that
 * happened: in every form the words stand before the file, so that they aren't lost. `"too large"`: not even that.
 *
 * @throws Error when the visitor went away before the end
 */
export async function readUpload(request: IncomingMessage, boundary: string): Promise<Upload | "too large"> {
  if (reading >= AT_ONCE) await new Promise<void>((go) => queue.push(go));
  else reading++;
  try {
    if (request.destroyed) throw new Error("The connection closed before its turn came.");
    const read = await readHead(request, LARGEST_UPLOAD, PATIENCE);
    if (read === "too large" || hasMore(read.head, `--${boundary}`)) return "too large";
    return { body: read.whole ? read.head : wholeParts(read.head, boundary), cutShort: !read.whole };
  } finally {
    const next = queue.shift();
    if (next) next();
    else reading--;
  }
}

/** The boundary that a Content-Type names; null where it isn't one of a form with files. */
export function boundaryOf(contentType: string | undefined): string | null {
  const found = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? "",
  );
  return found?.[1] ?? found?.[2] ?? null;
}

/** A cut body without the part that isn't whole, closed as if nothing had followed. */
function wholeParts(head: Buffer<ArrayBuffer>, boundary: string): Buffer<ArrayBuffer> {
  const last = head.lastIndexOf(`\r\n--${boundary}`);
  const kept = last > 0 ? head.subarray(0, last + 2) : Buffer.alloc(0);
  return Buffer.concat([kept, Buffer.from(`--${boundary}--\r\n`)]);
}
