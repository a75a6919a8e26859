import type { IncomingMessage } from "node:http";

/**
 * Largest body of a request, in bytes: the longest post (20,000 characters) in a form's percent-encoding takes at most
 * nine bytes a character, and a form carries little else.
 */
export const LARGEST_BODY = 256 * 1024;

/** The most fields of one form; the longest of ours has two hundred. */
const MOST_FIELDS = 1_000;

/** How much more than that is still taken in and thrown away: a browser cut off while it sends never shows the answer. */
const PATIENCE = 16;

/**
 * The whole body of a request, or `"too large"`. Whole, because everything sent here is a small form, and a form cut
 * short must not reach the code.
 *
 * @throws Error when the visitor went away before the end
 */
export async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | "too large"> {
  const read = await readHead(request, LARGEST_BODY, LARGEST_BODY * PATIENCE);
  return read !== "too large" && read.whole && !hasMore(read.head, "&", MOST_FIELDS) ? read.head : "too large";
}

/** Whether what parts one field from the next stands in a body more than `most` times. */
export function hasMore(body: Buffer, between: string, most = MOST_FIELDS): boolean {
  let at = -1;
  for (let found = 0; found <= most; found++) {
    at = body.indexOf(between, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/**
 * The first `largest` bytes of a body, and whether that is all of it. What follows is taken in and thrown away, up to
 * `patience` bytes in all; beyond that the answer is `"too large"` before the end.
 *
 * @throws Error when the visitor went away before the end
 */
export function readHead(
  request: IncomingMessage,
  largest: number,
  patience: number,
): Promise<{ head: Buffer<ArrayBuffer>; whole: boolean } | "too large"> {
  if (Number(request.headers["content-length"] ?? 0) > patience) return Promise.resolve("too large");
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on("data", (part: Buffer) => {
      if (size < largest) parts.push(part.subarray(0, largest - size));
      size += part.length;
      if (size > patience) {
        request.pause();
        resolve("too large");
      }
    });
    request.on("end", () => resolve({ head: Buffer.concat(parts), whole: size <= largest }));
    request.on("error", reject);
    request.on("close", () => reject(new Error("The connection closed before the request was complete.")));
  });
}
