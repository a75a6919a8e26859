import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LARGEST_FILE } from "~/platform/http/read-upload.server";
import { cleanImage } from "~/safety/images/clean-image";
import { type CleanImage, LARGEST_IMAGE } from "~/safety/images/image-kinds";
import { takesImages } from "~/safety/images/takes-images";
import { exif, jpeg, losslessWebp, pngChunk, pngOf, progressiveJpeg, webp, withSegment } from "../../support/images";

const SECRET = "48.8566 N, taken by Ana";
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const joined = (...parts: (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((one) => Buffer.from(one))));

function cleaned(file: Uint8Array): CleanImage {
  const image = cleanImage(file);
  if (typeof image === "string") throw new Error(`refused: ${image}`);
  return image;
}

/** A WebP with chunks hung behind its own, under an extended header that announces them. */
function extended(image: Uint8Array, flags: number, more: [type: string, body: string][]) {
  const chunk = (type: string, body: Uint8Array) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, "latin1");
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const header = chunk("VP8X", Uint8Array.of(flags, 0, 0, 0, 23, 0, 0, 15, 0, 0));
  const rest = Buffer.concat([
    header,
    image.subarray(12),
    ...more.map(([type, body]) => chunk(type, Buffer.from(body))),
  ]);
  const head = Buffer.from(image.subarray(0, 12));
  head.writeUInt32LE(rest.length + 4, 4);
  return joined(head, rest);
}

describe("what comes out is the picture", () => {
  test.each([
    ["a JPEG", jpeg, "jpeg", 24, 16],
    ["a progressive JPEG", progressiveJpeg, "jpeg", 24, 16],
    ["a PNG", pngOf(), "png", 8, 8],
    ["a lossy WebP", webp, "webp", 24, 16],
    ["a lossless WebP", losslessWebp, "webp", 24, 16],
  ])("%s", (_, file, kind, width, height) => {
    const once = cleaned(file);
    expect(once).toMatchObject({ kind, width, height });
    expect(cleaned(once.bytes).bytes, "cleaning twice changes nothing").toEqual(once.bytes);
  });

  test("a PNG, an old JPEG and a WebP with nothing besides stay as they are to the byte", () => {
    expect(cleaned(pngOf()).bytes).toEqual(pngOf());
    expect(cleaned(webp).bytes).toEqual(webp);
  });
});

describe("what a picture doesn't need stays out", () => {
  test.each([
    ["where a JPEG was taken", withSegment(jpeg, 0xe1, exif(1, SECRET))],
    ["a JPEG's comment", withSegment(jpeg, 0xfe, Buffer.from(SECRET))],
    ["a JPEG's colour profile", withSegment(jpeg, 0xe2, Buffer.from(`ICC_PROFILE\0${SECRET}`))],
    ["an editor's own segment", withSegment(jpeg, 0xed, Buffer.from(`Photoshop 3.0\0${SECRET}`))],
    ["what hangs behind a JPEG", joined(jpeg, SECRET)],
    ["a PNG's text", pngOf({ more: [pngChunk("tEXt", Buffer.from(`Author\0${SECRET}`))] })],
    ["a PNG's Exif", pngOf({ more: [pngChunk("eXIf", Buffer.from(SECRET))] })],
    ["what hangs behind a PNG", joined(pngOf(), SECRET)],
    [
      "a WebP's Exif and XMP",
      extended(webp, 0x0c, [
        ["EXIF", SECRET],
        ["XMP ", SECRET],
      ]),
    ],
    ["what hangs behind a WebP", joined(webp, SECRET)],
  ])("%s", (_, file) => {
    expect(text(file)).toContain(SECRET);
    expect(text(cleaned(file).bytes)).not.toContain(SECRET);
  });

  test("but which way up a photograph is stays, and nothing else of its Exif", () => {
    const turned = cleaned(withSegment(jpeg, 0xe1, exif(6, SECRET)));
    expect(text(turned.bytes)).toContain("Exif\0\0");
    expect(text(turned.bytes)).not.toContain(SECRET);
    const straight = cleaned(jpeg).bytes;
    expect(turned.bytes.length - straight.length).toBe(36);
    expect(cleaned(turned.bytes).bytes).toEqual(turned.bytes);
  });

  test("an extended WebP no longer announces what is gone", () => {
    const { bytes } = cleaned(extended(webp, 0x3c, [["EXIF", SECRET]]));
    expect(bytes[20]).toBe(0x10);
    expect(Buffer.from(bytes).readUInt32LE(4)).toBe(bytes.length - 8);
  });
});

describe("two kinds in one file", () => {
  const page = "<!doctype html><script>alert(1)</script>";
  const zip = "PK\x03\x04 an archive";
  test.each([
    ["a page in a JPEG's comment", withSegment(jpeg, 0xfe, Buffer.from(page))],
    ["a page in a PNG's text", pngOf({ more: [pngChunk("iTXt", Buffer.from(page))] })],
    ["an archive behind a PNG", joined(pngOf(), zip)],
    ["an archive behind a JPEG", joined(jpeg, zip)],
    ["a page behind a WebP", joined(webp, page)],
  ])("%s is left out", (_, file) => {
    const out = text(cleaned(file).bytes);
    expect(out).not.toContain("script");
    expect(out).not.toContain("PK\x03\x04");
  });
});

describe("what isn't taken in", () => {
  test.each([
    ["nothing", new Uint8Array(), "kind"],
    ["a page", Buffer.from("<html>"), "kind"],
    ["a drawing that can hold scripts", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "kind"],
    ["a GIF", Buffer.from("GIF89a\x01\0\x01\0"), "kind"],
    ["a page that begins like a JPEG", joined(Uint8Array.of(0xff, 0xd8, 0xff), "<html>"), "broken"],
    ["a PNG without pixels", joined(pngOf().subarray(0, 33), pngChunk("IEND", Buffer.alloc(0))), "broken"],
    ["a PNG with a wrong checksum", Uint8Array.from(pngOf(), (byte, i) => (i === 30 ? byte ^ 1 : byte)), "broken"],
    ["a moving WebP", extended(webp.subarray(0, 12), 0x02, [["ANMF", "frames"]]), "broken"],
    ["a picture with more pixels than memory", pngOf({ side: 7_000 }), "large"],
    ["too many bytes", joined(pngOf(), new Uint8Array(LARGEST_IMAGE)), "large"],
  ])("%s", (_, file, flaw) => {
    expect(cleanImage(file)).toBe(flaw);
  });

  test.each([
    ["a JPEG", jpeg],
    ["a progressive JPEG", progressiveJpeg],
    ["a PNG", pngOf()],
    ["a WebP", webp],
  ])("%s that ends too early, wherever", (_, file) => {
    for (let end = 3; end < file.length; end++)
      expect(typeof cleanImage(file.subarray(0, end)), `at ${end}`).toBe("string");
  });

  test("whatever is changed in a picture, cleaning ends, and cleaning again changes nothing more", () => {
    const some = fc.constantFrom(
      jpeg,
      progressiveJpeg,
      pngOf(),
      webp,
      losslessWebp,
      withSegment(jpeg, 0xe1, exif(8, "")),
    );
    const changes = fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(some, changes, (file, changed) => {
        const other = Uint8Array.from(file);
        for (const [at, byte] of changed) if (at < other.length) other[at] = byte;
        const once = cleanImage(other);
        if (typeof once === "string") return;
        expect(cleaned(once.bytes).bytes).toEqual(once.bytes);
      }),
      { numRuns: 2_000 },
    );
  });
});

test("only the forms that are meant to take an image do", () => {
  expect(["/me/journal/new", "/me/journal/0123456789a/change"].filter(takesImages)).toHaveLength(2);
  expect(["/", "/me/journal", "/me/journal/new/", "/me/journal/x/change", "/sign-in"].filter(takesImages)).toEqual([]);
});

test("the door lets in what the cleaner takes", () => {
  expect(LARGEST_FILE).toBe(LARGEST_IMAGE);
});
