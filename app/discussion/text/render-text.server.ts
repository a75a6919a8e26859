import MarkdownIt from "markdown-it";
import sanitizeHtml from "sanitize-html";
import { leavingLinks } from "./leaving-links";
import { ownMarks, type Surroundings } from "./own-marks";

/** Stored beside every rendered text; raised when the same text would be rendered otherwise. */
export const RENDERER = 1;

/** `mentioned`: pseudonyms called outside of quotes. `quoted`: positions of the posts that quotes point at. */
export type Rendered = { html: string; renderer: number; mentioned: number[]; quoted: number[] };

/** Beyond this many characters of HTML (ten times the longest text) a text is shown as plain lines. */
const LONGEST_HTML = 200_000;
const DEEPEST_QUOTE = 5;
/** Deeper lists than this would be cut off by the parser: such a text is shown as plain lines, whole. */
const DEEPEST = 50;
const LOWEST_HEADING = 6;
/** The page's own headings are the first two. */
const HEADINGS_ABOVE = 2;

const markdown = new MarkdownIt({ html: false, linkify: true, maxNesting: DEEPEST } as object)
  // Pictures would be fetched from elsewhere; references repeat a long address for every short mark.
  .disable(["image", "reference"])
  .use(ownMarks)
  .use(leavingLinks);
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdown.core.ruler.push("lower_headings", (state) => {
  for (const token of state.tokens) {
    if (token.type !== "heading_open" && token.type !== "heading_close") continue;
    token.tag = `h${Math.min(LOWEST_HEADING, Number(token.tag[1]) + HEADINGS_ABOVE)}`;
  }
});

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ..."p br hr strong em s code pre blockquote ul ol li a span table thead tbody tr th td h3 h4 h5 h6".split(" "),
  ],
  allowedAttributes: { a: ["href", "rel", "class"], span: ["class"], ol: ["start"] },
  allowedClasses: { a: ["leaving", "mention", "post-ref"], span: ["leaving-to"] },
  allowedSchemes: ["https", "mailto"],
  allowProtocolRelative: false,
  disallowedTagsMode: "escape",
  parser: { lowerCaseTags: true, decodeEntities: true },
};

const flattenQuotes = (text: string) =>
  text.replace(/^(?: {0,3}>[ \t]?)+/gm, (marks) => {
    const depth = marks.split(">").length - 1;
    return depth > DEEPEST_QUOTE ? "> ".repeat(DEEPEST_QUOTE) : marks;
  });

/** Markdown to the HTML that is stored and shown. `text` has been tidied. Never throws for what somebody wrote. */
export function renderText(text: string, around: Surroundings): Rendered {
  const tokens = markdown.parse(flattenQuotes(text), around);
  const mentioned = new Set<number>();
  const quoted = new Set<number>();
  let depth = 0;
  let deepest = 0;
  for (const token of tokens) {
    deepest = Math.max(deepest, token.level);
    if (token.type === "blockquote_open") depth++;
    if (token.type === "blockquote_close") depth--;
    for (const { meta } of token.children ?? []) {
      if (meta?.mention && depth === 0) mentioned.add(meta.mention as number);
      if (meta?.position && depth > 0) quoted.add(meta.position as number);
    }
  }
  const drawn = markdown.renderer.render(tokens, markdown.options, around);
  const html =
    drawn.length > LONGEST_HTML || deepest >= DEEPEST - 2 ? plainLines(text) : sanitizeHtml(drawn, allowed).trim();
  return { html, renderer: RENDERER, mentioned: [...mentioned], quoted: [...quoted] };
}

const plainLines = (text: string) => `<p>${text.split("\n").map(markdown.utils.escapeHtml).join("<br />")}</p>`;
