import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};
const ENCODINGS = [
  { ending: ".br", name: "br" },
  { ending: ".gz", name: "gzip" },
] as const;
const YEAR = 365 * 24 * 60 * 60;

type Copy = { bytes: Buffer; encoding: "br" | "gzip" | null };
type File = { type: string; etag: string; cacheControl: string; copies: Copy[] };

/** Every file under `folder` by its address, with the compressed copies that the build laid beside it. */
function readFolder(folder: string, address: string, files: Map<string, File>): Map<string, File> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.startsWith(".")) continue;
    if (statSync(path).isDirectory()) readFolder(path, `${address}${name}/`, files);
    else if (TYPES[extname(name)]) files.set(address + name, readFile(path, address));
  }
  return files;
}

function readFile(path: string, address: string): File {
  const bytes = readFileSync(path);
  const copies: Copy[] = ENCODINGS.flatMap(({ ending, name }) =>
    statSync(path + ending, { throwIfNoEntry: false }) ? { bytes: readFileSync(path + ending), encoding: name } : [],
  );
  return {
    type: TYPES[extname(path)]!,
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 16)}"`,
    // Names under /build/ carry a hash of their content.
    cacheControl: address.startsWith("/build/") ? `public, max-age=${YEAR}, immutable` : "public, max-age=3600",
    copies: [...copies, { bytes, encoding: null }],
  };
}

/**
 * Serves what lies in `folder` from memory: it is well under a megabyte, no request touches the disk, no path can climb
 * out of a Map, and a rebuild under a running server can't pull a file away in the middle of an answer. Returns whether
 * the request was answered. In development everything is read anew each time.
 */
export function createStaticFiles(folder: string, development: boolean) {
  const read = () => readFolder(folder, "/", new Map());
  let files = read();
  return function serveStatic(request: IncomingMessage, response: ServerResponse, pathname: string): boolean {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    if (development && extname(pathname)) files = read();
    const file = files.get(pathname);
    if (!file) return false;
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const copy = file.copies.find(({ encoding }) => encoding === null || accepted.includes(encoding))!;
    response.setHeader("Cache-Control", development ? "no-store" : file.cacheControl);
    response.setHeader("ETag", file.etag);
    response.setHeader("Vary", "Accept-Encoding");
    if (request.headers["if-none-match"] === file.etag) {
      response.writeHead(304).end();
      return true;
    }
    response.setHeader("Content-Type", file.type);
    response.setHeader("Content-Length", copy.bytes.length);
    if (copy.encoding) response.setHeader("Content-Encoding", copy.encoding);
    response.writeHead(200).end(request.method === "HEAD" ? undefined : copy.bytes);
    return true;
  };
}
