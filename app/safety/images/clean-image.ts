import { cleanJpeg } from "./clean-jpeg";
import { cleanPng } from "./clean-png";
import { cleanWebp } from "./clean-webp";
import { type CleanImage, type ImageFlaw, LARGEST_IMAGE, MOST_PIXELS } from "./image-kinds";

const startsWith = (bytes: Uint8Array, sign: number[], at = 0) => sign.every((byte, i) => bytes[at + i] === byte);
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

const kinds = [
  { kind: "jpeg", clean: cleanJpeg, is: (bytes: Uint8Array) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  {
    kind: "png",
    clean: cleanPng,
    is: (bytes: Uint8Array) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  { kind: "webp", clean: cleanWebp, is: (bytes: Uint8Array) => startsWith(bytes, RIFF) && startsWith(bytes, WEBP, 8) },
] as const;

/**
 * The picture in a JPEG, PNG or WebP file and nothing else: where and with what it was taken, comments, previews, colour
 * profiles and whatever hangs behind it stay out. What a file is called, and which type it came with, don't count: its
 * own bytes do. The file is written anew from the parts that a picture needs; what isn't known isn't taken along.
 */
export function cleanImage(file: Uint8Array): CleanImage | ImageFlaw {
  if (file.length > LARGEST_IMAGE) return "large";
  const found = kinds.find(({ is }) => is(file));
  if (!found) return "kind";
  const cleaned = found.clean(file);
  if (!cleaned || cleaned.width < 1 || cleaned.height < 1) return "broken";
  if (cleaned.width * cleaned.height > MOST_PIXELS) return "large";
  return { kind: found.kind, ...cleaned };
}
