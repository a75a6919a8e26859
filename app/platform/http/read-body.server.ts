import type { IncomingMessage } from "node:http";

/**
 * Largest body of a request, in bytes: the longest post (20,000 characters) in a form's percent-encoding takes at most
 * nine bytes a character, and a form carries little else.
 */
export const LARGEST_BODY = 256 * 1024;

/** How much more than that is still taken in and thrown away: a browser cut off while it sends never shows the answer. */
const PATIENCE = 16;

/**
 * The whole body of a request, or `"too large"`. Whole, because everything sent here is a small form, and a form cut
 * short must not reach the code.
 *
 * @throws Error when the visitor went away before the end
 */
export function readBody(request: IncomingMessage, largest = LARGEST_BODY): Promise<Buffer<ArrayBuffer> | "too large"> {
  if (Number(request.headers["content-length"] ?? 0) > largest * PATIENCE) return Promise.resolve("too large");
  return new Promise((resolve, reject) => {
    let parts: Buffer[] = [];
    let size = 0;
    request.on("data", (part: Buffer) => {
      size += part.length;
      if (size <= largest) parts.push(part);
      else parts = [];
      if (size > largest * PATIENCE) {
        request.pause();
        resolve("too large");
      }
    });
    request.on("end", () => resolve(size > largest ? "too large" : Buffer.concat(parts)));
    request.on("error", reject);
    request.on("close", () => reject(new Error("The connection closed before the request was complete.")));
  });
}
