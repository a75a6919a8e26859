import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readEnv } from "~/platform/env.server";
import { createHttpServer } from "~/platform/http/http-server.server";
import { streamedResponse } from "~/platform/http/rendered-page.server";
import { httpSettings } from "~/platform/http/settings.server";
import { createStaticFiles } from "~/platform/http/static-files.server";
import { askPort } from "../support/http";

const PIECE = Buffer.alloc(64 * 1024, "a");
let body: Readable;
let made: number;
let port: number;
let close: () => void;

/** A body of many pieces, which counts those that were asked for. */
function pieces(most: number, fails = false): Readable {
  return Readable.from(
    (async function* () {
      for (made = 0; made < most; made++) yield PIECE;
      if (fails) throw new Error("broken on the way");
    })(),
    { highWaterMark: 1 },
  );
}

beforeEach(async () => {
  const server = createHttpServer({
    settings: httpSettings(readEnv({})),
    serveStatic: createStaticFiles("public", false),
    answer: async () => streamedResponse(body, { "Content-Type": "application/zip" }),
    isReady: async () => true,
    onFailure: () => {},
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  close = () => {
    server.close();
    server.closeAllConnections();
  };
});
afterEach(() => close());

test("a streamed body arrives whole, as it was made, with every header of a page", async () => {
  body = pieces(40);
  const answer = await askPort(port, { headers: { "accept-encoding": "gzip" } });
  expect(answer.status).toBe(200);
  expect(answer.body.length).toBe(40 * PIECE.length);
  expect(answer.headers).toMatchObject({
    "content-type": "application/zip",
    "cache-control": "no-store",
    "transfer-encoding": "chunked",
  });
  expect(answer.headers["content-encoding"]).toBeUndefined();
});

test("a head gets no body, and ends the making", async () => {
  body = pieces(40);
  const answer = await askPort(port, { method: "HEAD" });
  expect([answer.status, answer.body.length, body.destroyed]).toEqual([200, 0, true]);
});

test("whoever doesn't read isn't made more for, and whoever goes away ends it", async () => {
  const endless = 1_000_000;
  body = pieces(endless);
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write("GET / HTTP/1.1\r\nHost: forum.example\r\n\r\n");
  await once(socket, "data");
  socket.pause();
  const gone = new Promise((resolve) => body.once("close", resolve));
  socket.destroy();
  await gone;
  expect(body.destroyed).toBe(true);
  // What fits into the buffers of both sides, and no more.
  expect(made).toBeLessThan(1_000);
});

test("a body that breaks on the way is not taken for whole", async () => {
  body = pieces(3, true);
  const asked = fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.arrayBuffer());
  await expect(asked).rejects.toThrow();
});
