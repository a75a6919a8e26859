import type { Cleaned } from "./image-kinds";
import { joined } from "./joined";

/** What draws the picture: header, palette, transparency, pixels, end. Texts, times, profiles and animations aren't among them. */
const KEPT = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);
const SIGNATURE = 8;

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** The CRC-32 that PNG puts behind each chunk. */
export function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = table[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** The chunks of a PNG that draw it, up to its end. */
export function cleanPng(file: Uint8Array): Cleaned {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const pieces = [file.subarray(0, SIGNATURE)];
  let size: { width: number; height: number } | null = null;
  let pixels = false;
  for (let at = SIGNATURE; at + 12 <= file.length; ) {
    const length = view.getUint32(at);
    const next = at + 12 + length;
    if (next > file.length) return null;
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if ((type === "IHDR") !== (size === null)) return null;
    if (type === "IHDR") {
      if (length !== 13) return null;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
    if (type === "IDAT") pixels = true;
    if (KEPT.has(type)) {
      if (crc32(file.subarray(at + 4, next - 4)) !== view.getUint32(next - 4)) return null;
      if (type === "IEND" && length > 0) return null;
      pieces.push(file.subarray(at, next));
    }
    if (type === "IEND") return size && pixels ? { ...size, bytes: joined(pieces) } : null;
    at = next;
  }
  return null;
}
