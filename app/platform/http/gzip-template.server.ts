import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import { GZIP_LEVEL } from "./compression.server";

const deflate = promisify(deflateRaw);

/** The ten bytes that begin every gzip file: magic, deflate, no flags, no time, no level, unknown system (RFC 1952). */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** An empty last block of deflate, with fixed codes (RFC 1951). */
const END = Buffer.from([3, 0]);
const TRAILER = 8;
/** What stands in the holes until they are filled. */
const BLANK = " ";

/**
 * A gzipped page with holes where its nonces go. Everything between the holes is compressed once; a hole is a block that
 * stands as it is. So an answer costs a copy, not a compression.
 */
export type GzipTemplate = {
  gzip: Buffer;
  /** Where in `gzip` a nonce goes. */
  holes: number[];
  /** The page up to and with its last nonce, plain; and where in it a nonce goes. */
  head: Buffer;
  headHoles: number[];
  /** CRC-32 of the rest. */
  tailCrc: number;
  /** What so many bytes behind it make of each bit of a CRC-32. */
  shift: Uint32Array;
};

/** A stored block of deflate around `text`, not the last one. */
function storedBlock(text: string): Buffer {
  const block = Buffer.alloc(5 + text.length);
  block.writeUInt16LE(text.length, 1);
  block.writeUInt16LE(~text.length & 0xffff, 3);
  block.write(text, 5, "latin1");
  return block;
}

/** CRC-32 is linear: what `length` bytes behind it do to a CRC is the sum (XOR) of what they do to each of its bits. */
function shiftOver(length: number): Uint32Array {
  const nothing = Buffer.alloc(length);
  const still = crc32(nothing, 0);
  return Uint32Array.from({ length: 32 }, (_, bit) => crc32(nothing, (1 << bit) >>> 0) ^ still);
}

/** Makes the template of a page that was rendered with `nonce`. Whatever stands in the page, only its nonces are replaced. */
export async function gzipTemplate(html: Buffer, nonce: string): Promise<GzipTemplate> {
  const headHoles: number[] = [];
  for (let at = html.indexOf(nonce); at >= 0; at = html.indexOf(nonce, at + nonce.length)) headHoles.push(at);
  const starts = [0, ...headHoles.map((at) => at + nonce.length)];
  const pieces = await Promise.all(
    starts.map((start, i) =>
      // Each piece is read on its own: a match that reached back over a hole would copy another answer's nonce.
      deflate(html.subarray(start, headHoles[i] ?? html.length), {
        level: GZIP_LEVEL,
        finishFlush: constants.Z_SYNC_FLUSH,
      }),
    ),
  );
  const hole = storedBlock(BLANK.repeat(nonce.length));
  const holes: number[] = [];
  const parts: Buffer[] = [HEADER];
  let length = HEADER.length;
  for (const [i, piece] of pieces.entries()) {
    parts.push(piece);
    length += piece.length;
    if (i === pieces.length - 1) break;
    holes.push(length + hole.length - nonce.length);
    parts.push(hole);
    length += hole.length;
  }
  const trailer = Buffer.alloc(TRAILER);
  trailer.writeUInt32LE(html.length % 2 ** 32, 4);
  const tail = html.subarray(starts.at(-1)!);
  return {
    gzip: Buffer.concat([...parts, END, trailer]),
    holes,
    head: Buffer.from(html.subarray(0, starts.at(-1)!)),
    headHoles,
    tailCrc: crc32(tail),
    shift: shiftOver(tail.length),
  };
}

/** The gzipped page with this answer's nonce, which must be as long as the one that the template was made from. */
export function fillTemplate(template: GzipTemplate, nonce: string): Buffer {
  const gzip = Buffer.from(template.gzip);
  for (const at of template.holes) gzip.write(nonce, at, "latin1");
  for (const at of template.headHoles) template.head.write(nonce, at, "latin1");
  const headCrc = crc32(template.head);
  let crc = template.tailCrc;
  for (let bit = 0; bit < 32; bit++) if ((headCrc >>> bit) & 1) crc ^= template.shift[bit]!;
  gzip.writeUInt32LE(crc >>> 0, gzip.length - TRAILER);
  return gzip;
}
