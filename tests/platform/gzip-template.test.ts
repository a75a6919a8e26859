import { randomBytes } from "node:crypto";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fillTemplate, gzipTemplate } from "~/platform/http/gzip-template.server";

const newNonce = () => randomBytes(16).toString("base64");

test("a filled template opens to the page, with another nonce in every place of the first", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: "grapheme", maxLength: 3_000 }), { minLength: 1 }), async (texts) => {
      const [first, second] = [newNonce(), newNonce()];
      const template = await gzipTemplate(Buffer.from(texts.join(first)), first);
      for (const nonce of [first, second, first])
        expect(gunzipSync(fillTemplate(template, nonce)).toString()).toBe(texts.join(nonce));
    }),
    { numRuns: 60 },
  );
});

test("an answer once given isn't changed by the next", async () => {
  const [first, second] = [newNonce(), newNonce()];
  const template = await gzipTemplate(Buffer.from(`<script nonce="${first}"></script> and so on`), first);
  const given = fillTemplate(template, first);
  fillTemplate(template, second);
  expect(gunzipSync(given).toString()).toContain(first);
});

test("a long page is compressed as well as in one piece, but for its first lines", async () => {
  const nonce = newNonce();
  const html = Buffer.from(`<script nonce="${nonce}"></script>${"<p>words of a long page</p>".repeat(2_000)}`);
  const template = await gzipTemplate(html, nonce);
  expect(fillTemplate(template, nonce).length).toBeLessThan(html.length / 50);
});
