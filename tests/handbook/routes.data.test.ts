import { expect, test } from "vitest";
import { handbookPages } from "~/handbook/page-shape";
import * as contents from "~/routes/handbook._index";
import * as page from "~/routes/handbook.$page";
import { call } from "../support/call";
import { openWorld } from "../support/world";

test("guests and members read the handbook alike, each in their language", async () => {
  const world = await openWorld();
  const wren = await world.member("Wren");
  for (const as of [null, wren]) {
    const list = await call(world, contents.loader, { as, url: "/handbook" });
    expect(list.data).toMatchObject({ contents: handbookPages.map((name) => ({ name })) });
    for (const name of handbookPages) {
      const read = await call(world, page.loader, { as, url: `/handbook/${name}`, params: { page: name } });
      expect(read.status, name).toBe(200);
    }
  }
});

test("what a browser asks for is what's read", async () => {
  const world = await openWorld();
  for (const [language, title] of [
    ["es-MX,es", "Elegir un nombre"],
    ["en", "Choosing a name"],
    ["de", "Choosing a name"],
  ] as const) {
    const headers = { "accept-language": language };
    const read = await call(world, page.loader, { headers, url: "/handbook/names", params: { page: "names" } });
    expect(read.data).toMatchObject({ title });
  }
});

test.each(["nowhere", "__proto__", "../me", "a".repeat(5_000)])(
  "a page that isn't there isn't: %.20s",
  async (name) => {
    const world = await openWorld();
    expect((await call(world, page.loader, { url: "/handbook/x", params: { page: name } })).status).toBe(404);
  },
);
