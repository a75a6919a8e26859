import { type ImageKind, imageTypes } from "./image-kinds";

/** An image as it's served: of one fixed type, kept nowhere, and opened by itself it can do nothing. */
export const imageResponse = ({ kind, bytes }: { kind: ImageKind; bytes: Uint8Array }): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": imageTypes[kind],
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
