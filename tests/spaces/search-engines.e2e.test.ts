import { expect, onTestFinished, test } from "vitest";
import { changeSpace } from "~/spaces/change-space.server";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

test("search engines may keep an open space that opted in, for guests, and nothing else", async () => {
  const world = await openWorld({ start: new Date() });
  const oak = await world.member("Oak", { offices: ["steward"], standing: "established" });
  const shown = await world.space("open", { name: "For everybody" });
  const quiet = await world.space("open", { name: "Rather not" });
  const inside = await world.space("members", { name: "Inside" });
  const topics = { shown: await world.topic(oak, shown), quiet: await world.topic(oak, quiet) };
  for (const { id, name } of [shown, inside]) {
    const about = {
      spaceId: id,
      name,
      purpose: "To be found",
      language: "both",
      position: 0,
      indexable: "on",
    } as const;
    expect(await changeSpace(world.site, await world.viewer(oak), about, world.later(60_000))).toMatchObject({
      ok: true,
    });
  }
  const server = await startServer({ world });
  onTestFinished(async () => void (await server.stop()));
  const robots = async (path: string, as = false) =>
    (await fetch(server.url + path, { headers: as ? { cookie: `session=${oak.token}` } : {} })).headers.get(
      "x-robots-tag",
    );

  for (const path of [`/s/${shown.slug}`, `/t/${topics.shown.link}`]) {
    expect(await robots(path), path).toBe("all");
    expect(await robots(path), `${path}, from memory`).toBe("all");
    expect(await robots(path, true), `${path}, signed in`).toContain("noindex");
  }
  const others = [
    `/s/${quiet.slug}`,
    `/t/${topics.quiet.link}`,
    `/s/${inside.slug}`,
    "/",
    "/t/nowhere",
    "/search?words=how",
  ];
  for (const path of others) expect(await robots(path), path).toContain("noindex");

  const rules = (await (await fetch(`${server.url}/robots.txt`)).text()).split("\n");
  expect(rules).toEqual([
    "User-agent: *",
    `Allow: /s/${shown.slug}`,
    "Allow: /t/",
    "Allow: /build/",
    "Disallow: /",
    "",
  ]);
});

test("where no space opted in, search engines are asked to stay away from everything", async () => {
  const world = await openWorld({ start: new Date() });
  await world.space("open");
  const server = await startServer({ world });
  onTestFinished(async () => void (await server.stop()));
  const answer = await fetch(`${server.url}/robots.txt`);
  expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(await answer.text()).toBe("User-agent: *\nDisallow: /\n");
});
