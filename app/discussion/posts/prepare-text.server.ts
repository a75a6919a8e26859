import { inArray } from "drizzle-orm";
import { pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";
import { toLink } from "../../platform/ids";
import { nameKeyOf } from "../../pseudonyms/name-key";
import { namesPerhapsCalled } from "../text/mentions";
import { type Rendered, renderText } from "../text/render-text.server";

/** Where a topic lives. */
export const topicAddress = (topicId: number) => `/t/${toLink(topicId)}`;
/** Where a pseudonym's page is. */
export const nameAddress = (pseudonymId: number) => `/p/${toLink(pseudonymId)}`;

/** Renders a tidied text for its place in a topic. One question finds the names it calls; burned ones aren't found. */
export async function prepareText(read: Reader, text: string, topicId: number): Promise<Rendered> {
  const perhaps = namesPerhapsCalled(text);
  const keys = [...new Set(perhaps.map(nameKeyOf))].filter(Boolean);
  const rows = keys.length
    ? await read
        .select({ id: pseudonyms.id, nameKey: pseudonyms.nameKey, state: pseudonyms.state })
        .from(pseudonyms)
        .where(inArray(pseudonyms.nameKey, keys))
    : [];
  const known = new Map(rows.filter((row) => row.state !== "burned").map((row) => [row.nameKey, row.id]));
  return renderText(text, {
    topic: topicAddress(topicId),
    pageOfName(name) {
      const id = known.get(nameKeyOf(name));
      return id === undefined ? null : { id, href: nameAddress(id) };
    },
  });
}
