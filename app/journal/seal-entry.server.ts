import { sealUnder, unsealUnder } from "../platform/keys.server";
import { type Entry, entryShape } from "./entry";

const KB = 1024;
/** Sizes to which words and images are padded, so that what is stored tells only roughly how much it is. */
const WORD_SIZES = [1, 4, 16, 64, 128].map((n) => n * KB);
const IMAGE_SIZES = [64, 256, 512, 1024, 2048, 2052].map((n) => n * KB);

const toSize = (sizes: number[]) => (length: number) => sizes.find((size) => length <= size) ?? length;

/** Closes an entry under its owner's key. It opens in no other row. */
export const sealEntry = (key: Buffer, id: number, entry: Entry): Buffer =>
  sealUnder(key, Buffer.from(JSON.stringify(entry)), `entry:${id}`, toSize(WORD_SIZES));

/** Throws when it was altered, moved, or closed under another key. */
export const openEntry = (key: Buffer, id: number, sealed: Uint8Array): Entry =>
  entryShape.parse(JSON.parse(unsealUnder(key, sealed, `entry:${id}`).toString()));

/** Closes the image of an entry. */
export const sealImage = (key: Buffer, id: number, bytes: Uint8Array): Buffer =>
  sealUnder(key, bytes, `image:${id}`, toSize(IMAGE_SIZES));

/** Throws as `openEntry` does. */
export const openImage = (key: Buffer, id: number, sealed: Uint8Array): Buffer =>
  unsealUnder(key, sealed, `image:${id}`);
