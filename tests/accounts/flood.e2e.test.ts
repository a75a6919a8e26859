import { expect, onTestFinished, test } from "vitest";
import { askPort } from "../support/http";
import { startServer } from "../support/server";

const ZIPPED = { "accept-encoding": "gzip" };
const FORM = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };

test("three hundred who sign in at the same moment are all answered, pages are served meanwhile, and the server lives", {
  timeout: 120_000,
}, async () => {
  const server = await startServer({ env: { TRUST_PROXY: "loopback" } });
  onTestFinished(() => void server.stop());
  const port = Number(new URL(server.url).port);
  expect((await askPort(port, { path: "/agreements", headers: ZIPPED })).status).toBe(200);
  const tries = Array.from({ length: 300 }, (_, i) =>
    askPort(port, {
      method: "POST",
      path: "/sign-in",
      headers: { ...FORM, "x-forwarded-for": `10.${i >> 8}.${i % 256}.1` },
      body: `name=nobody+${i}&secret=five+words+of+nobody`,
    }),
  );
  // What guests have read before is kept in memory, and help is never put off; a page nobody asked for yet may wait.
  const meanwhile = await Promise.all(
    ["/agreements", "/helplines"].map((path) => askPort(port, { path, headers: ZIPPED })),
  );
  expect(meanwhile.map(({ status }) => status)).toEqual([200, 200]);
  const answers = await Promise.all(tries);
  const busy = answers.filter(({ status }) => status === 503);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 503]));
  expect(new Set(busy.map(({ headers }) => headers["retry-after"]))).toEqual(new Set(["3"]));
  expect((await askPort(port, { path: "/sign-in" })).status).toBe(200);
});
