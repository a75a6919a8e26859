import { and, eq, inArray } from "drizzle-orm";
import { posts, pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";
import { fromLink } from "../../platform/ids";
import { NOTHING_TAKEN_BACK, pointsAt, type TakenBack } from "../text/taken-back";
import { nameAddress, topicAddress } from "./prepare-text.server";

/** What of these stored texts burned names have taken back. Asks nothing where no name is called and no post quoted. */
export async function takenBackIn(read: Reader, texts: { html: string }[]): Promise<TakenBack> {
  const pointed = texts.map(({ html }) => pointsAt(html));
  const names = idsIn(pointed.flatMap((one) => one.names));
  const quoted = pointed.flatMap((one) => one.posts);
  if (!names.length && !quoted.length) return NOTHING_TAKEN_BACK;
  const [burnedNames, burnedPosts] = await Promise.all([readNames(read, names), readPosts(read, quoted)]);
  return {
    hrefs: new Set([...burnedNames.map(({ id }) => nameAddress(id)), ...burnedPosts.map(({ href }) => href)]),
    names: [...new Set([...burnedNames, ...burnedPosts].map(({ name }) => name))].filter(Boolean),
    positions: new Set(burnedPosts.map(({ position }) => position)),
  };
}

const idsIn = (hrefs: string[]) => [...new Set(hrefs)].flatMap((href) => fromLink(href.split("/")[2]) ?? []);

const readNames = async (read: Reader, ids: number[]) =>
  ids.length
    ? read
        .select({ id: pseudonyms.id, name: pseudonyms.name })
        .from(pseudonyms)
        .where(and(inArray(pseudonyms.id, ids), eq(pseudonyms.state, "burned")))
    : [];

async function readPosts(read: Reader, hrefs: string[]) {
  if (!hrefs.length) return [];
  const positions = [...new Set(hrefs.map((href) => Number(href.split("/")[3])))];
  const rows = await read
    .select({ topicId: posts.topicId, position: posts.position, name: pseudonyms.name })
    .from(posts)
    .innerJoin(pseudonyms, eq(pseudonyms.id, posts.pseudonymId))
    .where(
      and(inArray(posts.topicId, idsIn(hrefs)), inArray(posts.position, positions), eq(pseudonyms.state, "burned")),
    );
  return rows.map(({ topicId, position, name }) => ({ position, name, href: `${topicAddress(topicId)}/${position}` }));
}
