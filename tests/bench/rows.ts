import { toLink } from "~/platform/ids";
import { type Made, MEMBERS, SIGN_IN_SECRET, signInNameOf, tokenOf } from "./community";
import { words } from "./made-up-text";
import type { Ask } from "./measure";

export type Plan = { name: string; next: () => Ask; status?: number; connections?: number; compare?: boolean };

const PAGE = { accept: "text/html", "accept-encoding": "gzip" };
const as = (member: number) => ({ ...PAGE, cookie: `session=${tokenOf(member % MEMBERS)}` });
const FORM = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };

/** One after another, for ever. */
function each<T>(values: readonly T[]): () => T {
  let at = 0;
  return () => values[at++ % values.length]!;
}

/** Everything that is measured. The server believes X-Forwarded-For, so that sign-ins come from many networks. */
export function rowsOf({ topics, slugs }: Made): Plan[] {
  const topic = each(topics.map((id) => `/t/${toLink(id)}`));
  const space = each(slugs.map((slug) => `/s/${slug}`));
  const word = each(words.slice(40, 1_040));
  let n = 0;
  const stamp = Date.now().toString(36);
  const body = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  return [
    { name: "topic page, signed in", next: () => ({ path: topic(), headers: as(n++ % 500) }) },
    { name: "topic page, guest, any topic", next: () => ({ path: topic(), headers: PAGE }) },
    { name: "topic page, guest, one topic", next: () => ({ path: `/t/${toLink(topics[0]!)}`, headers: PAGE }) },
    { name: "space page, signed in", next: () => ({ path: space(), headers: as(n++ % 500) }) },
    { name: "search, signed in", next: () => ({ path: `/search?q=${encodeURIComponent(word())}`, headers: as(n++) }) },
    {
      name: "new posts",
      status: 303,
      compare: false,
      next: () => ({
        method: "POST",
        path: `${topic()}/reply`,
        headers: { ...as(n++), ...FORM },
        body: body({
          body: `A new post, ${stamp} ${n}. ${"A sentence of a usual length. ".repeat(12)}`,
          storyLabel: "ask",
          once: `${stamp}${n}`,
        }),
      }),
    },
    {
      name: "sign-in",
      status: 303,
      compare: false,
      connections: 4,
      next: () => ({
        method: "POST",
        path: "/sign-in",
        headers: { ...PAGE, ...FORM, "x-forwarded-for": `10.${(n >> 8) & 255}.${n & 255}.7` },
        body: body({ name: signInNameOf(n++ % MEMBERS), secret: SIGN_IN_SECRET, device: "shared" }),
      }),
    },
  ];
}
