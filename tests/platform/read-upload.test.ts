import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readEnv } from "~/platform/env.server";
import { createHttpServer, type RequestFacts } from "~/platform/http/http-server.server";
import { boundaryOf, LARGEST_UPLOAD } from "~/platform/http/read-upload.server";
import { httpSettings } from "~/platform/http/settings.server";
import { askPort } from "../support/http";

type Seen = { form: FormData | null; facts: RequestFacts };
let seen: Seen[];
let server: ReturnType<typeof createHttpServer>;

beforeEach(async () => {
  seen = [];
  server = createHttpServer({
    settings: httpSettings(readEnv({})),
    serveStatic: () => false,
    answer: async (request, facts) => {
      if (request.method === "POST") seen.push({ form: await request.formData().catch(() => null), facts });
      const refused = /^\/refused\/(\d+)$/.exec(new URL(request.url).pathname);
      return new Response("a page", { status: refused ? Number(refused[1]) : 200 });
    },
    isReady: async () => true,
    takesFiles: (pathname) => pathname === "/takes-files",
    onFailure: (error) => {
      throw error;
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const B = "----a boundary".replace(" ", "");
const part = (name: string, value: string | Buffer, file?: string) =>
  Buffer.concat([
    Buffer.from(
      `--${B}\r\nContent-Disposition: form-data; name="${name}"${file ? `; filename="${file}"\r\nContent-Type: image/png` : ""}\r\n\r\n`,
    ),
    Buffer.from(value),
    Buffer.from("\r\n"),
  ]);
const end = Buffer.from(`--${B}--\r\n`);

const send = (
  body: Buffer,
  { path = "/takes-files", type = `multipart/form-data; boundary=${B}`, headers = {} } = {},
) =>
  askPort((server.address() as AddressInfo).port, {
    method: "POST",
    path,
    headers: { "sec-fetch-site": "same-origin", "content-type": type, ...headers },
    body,
  });

test("words and file arrive as they were sent", async () => {
  const file = Buffer.from([0, 1, 2, 0x0d, 0x0a, 0x2d, 0x2d, 255]);
  const { status } = await send(Buffer.concat([part("words", "señales\r\n--más"), part("image", file, "a.png"), end]));
  expect(status).toBe(200);
  const { form, facts } = seen[0]!;
  expect(form!.get("words")).toBe("señales\r\n--más");
  expect(Buffer.from(await (form!.get("image") as File).arrayBuffer())).toEqual(file);
  expect(facts.cutShort).toBe(false);
});

test("a form without a file may still be sent in the plain encoding", async () => {
  await send(Buffer.from("words=plain"), { type: "application/x-www-form-urlencoded" });
  expect(seen[0]!.form!.get("words")).toBe("plain");
});

test("every other page takes no file", async () => {
  const { status } = await send(Buffer.concat([part("words", "x"), end]), { path: "/elsewhere" });
  expect(status).toBe(415);
  expect(seen).toEqual([]);
});

test("a file from another site is turned away before it's read", async () => {
  const { status } = await send(part("words", "x"), { headers: { "sec-fetch-site": "cross-site" } });
  expect(status).toBe(403);
  expect(seen).toEqual([]);
});

describe("a file that is too large", () => {
  const large = Buffer.alloc(LARGEST_UPLOAD, 7);

  test("is left out, and the words before it arrive", async () => {
    const words = "w".repeat(20_000);
    await send(Buffer.concat([part("words", words), part("place", "here"), part("image", large, "a.png"), end]));
    const { form, facts } = seen[0]!;
    expect(facts.cutShort).toBe(true);
    expect([...form!.keys()]).toEqual(["words", "place"]);
    expect(form!.get("words")).toBe(words);
  });

  test("also where it stands first: then nothing is left but an empty form", async () => {
    await send(Buffer.concat([part("image", large, "a.png"), part("words", "lost"), end]));
    expect([...(seen[0]!.form ?? [])]).toEqual([]);
    expect(seen[0]!.facts.cutShort).toBe(true);
  });

  test("far too large, it gets the page for that, and nothing is read", async () => {
    const { status } = await send(Buffer.alloc(0), { headers: { "content-length": "99999999" } }).catch(() => ({
      status: 413,
    }));
    expect(status).toBe(413);
    expect(seen).toEqual([]);
  });
});

test("what isn't a form at all reaches the page as something it can't read, and breaks nothing", async () => {
  for (const body of [
    "",
    "nonsense",
    `--${B}`,
    `--${B}\r\n\r\nno head\r\n--${B}--`,
    `--${B}\r\nContent-Disposition: x\r\n`,
  ])
    expect((await send(Buffer.from(body))).status).toBe(200);
  expect(seen.every(({ form }) => form === null || [...form].length === 0)).toBe(true);
});

test("more forms at once than are held in memory are all read, in turn", async () => {
  const body = Buffer.concat([part("words", "x"), part("image", Buffer.alloc(200_000), "a.png"), end]);
  const answers = await Promise.all(Array.from({ length: 40 }, () => send(body)));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(seen).toHaveLength(40);
});

test.each([
  [`multipart/form-data; boundary=${B}`, B],
  [`Multipart/Form-Data;charset=utf-8; BOUNDARY="a b"`, "a b"],
  ["multipart/form-data", null],
  ["multipart/form-data; boundary=", null],
  [`multipart/mixed; boundary=${B}`, null],
  ["application/x-www-form-urlencoded", null],
  [undefined, null],
])("the boundary of %s", (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary);
});
