import { expect, onTestFinished, test } from "vitest";
import { HOUR } from "~/platform/time";
import { startServer } from "../support/server";
import { openWorld, type Person } from "../support/world";

/** Addresses that a reader's click would follow; leaving ends the session, and files of the build aren't pages. */
function addressesIn(page: string): string[] {
  const shown = page.replace(/<p [^>]*\bhidden\b.*?<\/p>/gs, "");
  const found = [...shown.matchAll(/<a\b[^>]*?\bhref="(\/[^"]*)"/g)].map(
    ([, href]) => href!.replaceAll("&amp;", "&").replaceAll("&#x27;", "'").split("#")[0]!,
  );
  return found.filter((href) => !/^\/(leave$|build\/|\/)/.test(href));
}

async function community() {
  const world = await openWorld({ start: new Date(Date.now() - 8 * HOUR) });
  const fern = await world.member("Fern", { alsoAs: ["Grey Heron"], branch: 1 });
  const moss = await world.member("Moss", { offices: ["moderator"], branch: 90, standing: "established" });
  const ash = await world.member("Ash", { offices: ["steward"], branch: 91, standing: "established" });
  const birch = await world.member("Birch", { offices: ["organizer"], branch: 92, standing: "established" });
  const spaces = [
    await world.space("open", { name: "Commons" }),
    await world.space("members", { name: "Working room" }),
    await world.space("circle", { name: "Circle", members: [fern, moss] }),
  ];
  for (const space of spaces) {
    const topic = await world.topic(fern, space, { contentNotes: ["court"] });
    if (space.kind !== "circle") await world.post(birch, topic, { body: "See #1", to: 1 });
  }
  const server = await startServer({ world });
  onTestFinished(async () => void (await server.stop()));
  return { server, fern, moss, ash, birch };
}

type Walk = { pages: Map<string, string>; broken: string[] };

/** Follows every link from the first page on, once each. */
async function walk(url: string, as: Person | null): Promise<Walk> {
  const pages = new Map<string, string>();
  const broken: string[] = [];
  const headers = { "accept-language": "en", cookie: as ? `session=${as.token}` : "" };
  const waiting = [{ href: "/", from: "the start" }];
  const known = new Set(["/"]);
  for (const { href, from } of waiting) {
    const response = await fetch(url + href, { headers });
    const text = await response.text();
    if (!response.ok) broken.push(`${response.status} at ${href}, linked from ${from}`);
    else if (response.headers.get("content-type")?.startsWith("text/html")) pages.set(href, text);
    for (const next of pages.has(href) ? addressesIn(text) : []) {
      if (known.has(next)) continue;
      known.add(next);
      waiting.push({ href: next, from: href });
    }
  }
  return { pages, broken };
}

test("links are found as a reader would follow them", () => {
  expect(addressesIn('<a class="x" href="/t/1?a=b&amp;c#d">')).toEqual(["/t/1?a=b&c"]);
  expect(addressesIn('<p data-x="" hidden=""><a href="/t/1/2">Not yet</a></p>')).toEqual([]);
  expect(addressesIn('<a href="/leave"><a href="//elsewhere">')).toEqual([]);
});

test("every link that somebody is shown leads somewhere, and the frame is right on every page", async () => {
  const { server, fern, moss, ash, birch } = await community();
  const people: [string, Person | null, string[]][] = [
    ["a guest", null, []],
    ["a member", fern, []],
    ["a moderator", moss, ["/moderation"]],
    ["a steward", ash, ["/steward"]],
    ["an organizer", birch, []],
  ];
  for (const [who, person, doors] of people) {
    const { pages, broken } = await walk(server.url, person);
    expect(broken, who).toEqual([]);
    expect(pages.size, who).toBeGreaterThan(person ? 20 : 8);
    for (const [href, page] of pages) {
      const here = `${who} at ${href}`;
      for (const door of ["/moderation", "/steward"])
        expect(page.includes(`href="${door}"`), `${door} for ${here}`).toBe(doors.includes(door));
      expect(page.includes("Speaking as"), here).toBe(person !== null);
      expect(page.includes('id="leave-now"'), here).toBe(true);
    }
  }
});
