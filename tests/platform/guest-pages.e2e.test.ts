import { expect, onTestFinished, test } from "vitest";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

async function served() {
  const world = await openWorld({ start: new Date() });
  const ana = await world.member("Ana");
  const space = await world.space("open");
  const topic = await world.topic(ana, space);
  const server = await startServer({ world });
  onTestFinished(async () => void (await server.stop()));
  const read = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(server.url + path, { headers })).text();
  return { read, server, space, path: `/t/${topic.link}`, asAna: { cookie: `session=${ana.token}` } };
}

const withoutNonce = (html: string) => html.replace(/nonce="[^"]+"/g, "");

test("a guest's page is the same from memory, and nothing of a member is ever in it", async () => {
  const { read, path, asAna } = await served();
  const members = await read(path, asAna);
  expect(members).toContain('action="/follow"');
  const first = await read(path);
  expect(first).not.toContain('action="/follow"');
  const second = await read(path);
  expect(second).not.toBe(first);
  expect(withoutNonce(second)).toBe(withoutNonce(first));
  expect(await read(path, asAna)).toContain('action="/follow"');
  expect(await read(path, { "accept-language": "es" })).toContain('<html lang="es"');
  expect(await read(path, { cookie: "preferences=es.dark" })).toContain('<html lang="es" data-theme="dark"');
});

test("what a member writes is there for the next guest, on every page that shows it", async () => {
  const { read, server, space, path, asAna } = await served();
  const pages = [path, "/", `/s/${space.slug}`];
  const before = await Promise.all(pages.map((page) => read(page)));
  const written = await fetch(`${server.url}${path}/reply`, {
    method: "POST",
    redirect: "manual",
    headers: { ...asAna, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ body: "Something new to read", storyLabel: "ask", once: "1" }),
  });
  expect(written.status).toBe(303);
  const after = await Promise.all(pages.map((page) => read(page)));
  expect(after[0]).toContain("Something new to read");
  for (const [i, html] of after.entries()) expect(withoutNonce(html)).not.toBe(withoutNonce(before[i]!));
});
