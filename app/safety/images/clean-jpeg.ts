import type { Cleaned } from "./image-kinds";
import { joined } from "./joined";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const EXIF = 0xe1;
const ADOBE = 0xee;
/** Tables: Huffman, quantisation, restart interval. */
const TABLES = new Set([0xc4, 0xdb, 0xdd]);
/** Frames that browsers draw: baseline, extended, progressive. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);

/**
 * The segments of a JPEG that draw it, up to its end. Of everything that cameras and editors write beside them two facts
 * stay: which way up the picture is, and how its colours are coded.
 */
export function cleanJpeg(file: Uint8Array): Cleaned {
  const pieces: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let scans = 0;
  let turned = 1;
  for (let at = 2; at + 2 <= file.length; ) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === EOI) {
      if (!size || scans === 0) return null;
      return { ...size, bytes: joined([Uint8Array.of(0xff, SOI), ...orientation(turned), ...pieces, EOI_BYTES]) };
    }
    const length = at + 4 <= file.length ? (file[at + 2]! << 8) | file[at + 3]! : 0;
    let next = at + 2 + length;
    if (length < 2 || next > file.length) return null;
    const body = file.subarray(at + 4, next);
    if (FRAMES.has(marker)) {
      if (size || body.length < 6) return null;
      size = { height: (body[1]! << 8) | body[2]!, width: (body[3]! << 8) | body[4]! };
    }
    if (marker === EXIF) turned = orientationIn(body) ?? turned;
    if (marker === SOS) {
      if (!size) return null;
      scans++;
      next = endOfScan(file, next);
    }
    if (marker === SOS || FRAMES.has(marker) || TABLES.has(marker)) pieces.push(file.subarray(at, next));
    else if (marker === ADOBE && isAdobe(body)) pieces.push(adobe(body));
    else if (!isSideNote(marker)) return null;
    at = next;
  }
  return null;
}

const EOI_BYTES = Uint8Array.of(0xff, EOI);

/** Applications' own segments and comments: left out. Anything else that isn't kept is no picture that browsers draw. */
const isSideNote = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

/** Where the coded pixels end: at the first marker that isn't a restart or a stuffed byte. */
function endOfScan(file: Uint8Array, from: number): number {
  for (let at = from; at + 1 < file.length; at++) {
    if (file[at] !== 0xff) continue;
    const next = file[at + 1]!;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return file.length;
}

const ADOBE_NAME = [0x41, 0x64, 0x6f, 0x62, 0x65];
const isAdobe = (body: Uint8Array) => body.length >= 12 && ADOBE_NAME.every((byte, i) => body[i] === byte);

/** Adobe's segment with nothing in it but how the colours are coded. */
const adobe = (body: Uint8Array) =>
  Uint8Array.of(0xff, ADOBE, 0, 14, ...ADOBE_NAME, 0, 100, 0, 0, 0, 0, Math.min(body[11]!, 2));

/** An Exif segment that says which way up, and nothing else; none where the picture stands as it is. */
function orientation(turned: number): Uint8Array[] {
  if (turned === 1) return [];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0];
  return [Uint8Array.of(0xff, EXIF, 0, 2 + exif.length + tiff.length, ...exif, ...tiff)];
}

/** Which way up an Exif segment says the picture is, 1 to 8; null where it doesn't say. */
function orientationIn(body: Uint8Array): number | null {
  if (body.length < 20 || String.fromCharCode(...body.subarray(0, 6)) !== "Exif\0\0") return null;
  const tiff = body.subarray(6);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return null;
  const entries = view.getUint16(first, little);
  for (let i = 0, at = first + 2; i < entries && at + 12 <= tiff.length; i++, at += 12) {
    if (view.getUint16(at, little) !== 0x0112) continue;
    const turned = view.getUint16(at + 8, little);
    return turned >= 1 && turned <= 8 ? turned : null;
  }
  return null;
}
