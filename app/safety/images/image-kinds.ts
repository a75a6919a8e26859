/** The kinds of image that are taken in, with the type they are served as. */
export const imageTypes = { jpeg: "image/jpeg", png: "image/png", webp: "image/webp" } as const;
export type ImageKind = keyof typeof imageTypes;

/** For the `accept` of a file's field. */
export const ACCEPTED = Object.values(imageTypes).join(",");

/** The largest image, in bytes. */
export const LARGEST_IMAGE = 2 * 1024 * 1024;

/** The most pixels: a small file can unfold into more than an old phone has memory for. */
export const MOST_PIXELS = 40_000_000;

/** Why an image isn't taken in: too many bytes or pixels, another kind, or not whole. */
export type ImageFlaw = "large" | "kind" | "broken";

/** An image with nothing in it but the picture. */
export type CleanImage = { kind: ImageKind; width: number; height: number; bytes: Uint8Array };

/** What the cleaner of one kind answers: the picture alone, or null where the file isn't whole or isn't what its first bytes say. */
export type Cleaned = Omit<CleanImage, "kind"> | null;
