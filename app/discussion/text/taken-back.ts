/** What stands where a burned name or its words stood. */
const GAP = "…";

const MENTION = /<a href="(\/p\/[0-9a-z]+)" class="mention">[^<]*<\/a>/g;
const REFERENCE = /<a href="(\/t\/[0-9a-z]+\/\d+)" class="post-ref">/g;
const QUOTE_EDGE = /<(\/?)blockquote>/g;

/** Of burned names: their pages, the addresses of their posts, and (for words as they were typed) the names and positions. */
export type TakenBack = { hrefs: ReadonlySet<string>; names: readonly string[]; positions: ReadonlySet<number> };

export const NOTHING_TAKEN_BACK: TakenBack = { hrefs: new Set(), names: [], positions: new Set() };

/** The pages of names that a stored text calls, and the addresses of posts that its quotes point at. */
export function pointsAt(html: string): { names: string[]; posts: string[] } {
  const names = [...html.matchAll(MENTION)].map((found) => found[1]!);
  const posts = quotesOf(html).flatMap(([from, to]) =>
    [...html.slice(from, to).matchAll(REFERENCE)].map((found) => found[1]!),
  );
  return { names, posts };
}

/** Where the outermost quotes of a stored text begin and end, their marks left out. */
function quotesOf(html: string): [from: number, to: number][] {
  const found: [number, number][] = [];
  let depth = 0;
  let from = 0;
  for (const edge of html.matchAll(QUOTE_EDGE)) {
    if (edge[1] === "") {
      if (depth++ === 0) from = edge.index + edge[0].length;
    } else if (depth > 0 && --depth === 0) found.push([from, edge.index]);
  }
  return found;
}

/** A stored text without quotes of burned names, and without calls to them. What its writer says themselves stays. */
export function takeBackInHtml(html: string, { hrefs }: TakenBack): string {
  if (hrefs.size === 0) return html;
  let kept = "";
  let at = 0;
  for (const [from, to] of quotesOf(html)) {
    const quote = html.slice(from, to);
    const { names } = pointsAt(quote);
    const posts = [...quote.matchAll(REFERENCE)].map((found) => found[1]!);
    if (![...names, ...posts].some((href) => hrefs.has(href))) continue;
    kept += `${html.slice(at, from)}<p>${GAP}</p>`;
    at = to;
  }
  kept += html.slice(at);
  return kept.replace(MENTION, (whole, href: string) => (hrefs.has(href) ? `@${GAP}` : whole));
}

const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The same for a text as it was typed. */
export function takeBackInText(text: string, { names, positions }: TakenBack): string {
  if (!names.length && !positions.size) return text;
  const called = names.length ? new RegExp(`@(?:${names.map(plain).join("|")})`, "giu") : null;
  const pointsBack = (block: string) =>
    [...block.matchAll(/#(\d{1,6})/g)].some((found) => positions.has(Number(found[1]))) ||
    (called !== null && block.search(called) >= 0);
  const withoutQuotes = text.replace(/(?:^ {0,3}>.*(?:\n|$))+/gm, (block) =>
    pointsBack(block) ? `> ${GAP}${block.endsWith("\n") ? "\n" : ""}` : block,
  );
  return called ? withoutQuotes.replace(called, `@${GAP}`) : withoutQuotes;
}
