import type { Cleaned } from "./image-kinds";
import { joined } from "./joined";

/** What draws a still picture. Profiles, Exif, XMP and the frames of animations aren't among them. */
const KEPT = new Set(["VP8 ", "VP8L", "VP8X", "ALPH"]);
const HEAD = 12;
/** In the extended header: the picture has see-through parts. Every other flag announces what is left out. */
const ALPHA = 0x10;

/** The chunks of a WebP that draw it; null for an animation, of which nothing would be left. */
export function cleanWebp(file: Uint8Array): Cleaned {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = 8 + view.getUint32(4, true);
  if (end > file.length) return null;
  const pieces: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let pixels = false;
  for (let at = HEAD; at + 8 <= end && !pixels; ) {
    const type = String.fromCharCode(...file.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    const body = file.subarray(at + 8, at + 8 + length);
    const next = at + 8 + length + (length % 2);
    if (next > end) return null;
    if (type === "VP8X") {
      if (length !== 10 || size) return null;
      size = { width: 1 + uint24(body, 4), height: 1 + uint24(body, 7) };
      const flags = Uint8Array.from(file.subarray(at, next));
      flags.set([body[0]! & ALPHA, 0, 0, 0], 8);
      pieces.push(flags);
    } else if (KEPT.has(type)) {
      pieces.push(file.subarray(at, next));
    }
    if (type === "VP8 " || type === "VP8L") {
      const own = type === "VP8 " ? sizeOfLossy(body) : sizeOfLossless(body);
      if (!own || (size && (size.width !== own.width || size.height !== own.height))) return null;
      size = own;
      pixels = true;
    }
    at = next;
  }
  if (!pixels || !size) return null;
  const head = Uint8Array.from(file.subarray(0, HEAD));
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  new DataView(head.buffer).setUint32(4, length + 4, true);
  return { ...size, bytes: joined([head, ...pieces]) };
}

const uint24 = (bytes: Uint8Array, at: number) => bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);

/** RFC 6386, 9.1: after the frame's tag and start code, 14 bits each. */
function sizeOfLossy(body: Uint8Array) {
  if (body.length < 10 || body[3] !== 0x9d || body[4] !== 0x01 || body[5] !== 0x2a) return null;
  return { width: (body[6]! | (body[7]! << 8)) & 0x3fff, height: (body[8]! | (body[9]! << 8)) & 0x3fff };
}

/** After the signature, 14 bits each, less one. */
function sizeOfLossless(body: Uint8Array) {
  if (body.length < 5 || body[0] !== 0x2f) return null;
  const bits = body[1]! | (body[2]! << 8) | (body[3]! << 16) | (body[4]! << 24);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
