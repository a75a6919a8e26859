import type { MarkdownIt } from "markdown-it";

/** Only addresses that say where they lead, over an encrypted line, or an e-mail address. */
export const mayLinkTo = (address: string) => /^(https:\/\/[^/?#\s\\]|mailto:[^\s@]+@[^\s@]+$)/i.test(address);

/** Where a link leads, as machines spell it, so that a look-alike name shows. Null when it isn't an address at all. */
export function destinationOf(address: string): string | null {
  try {
    const url = new URL(address);
    return url.protocol === "mailto:" ? decodeURIComponent(url.pathname) : url.host;
  } catch {
    return null;
  }
}

/** Links that leave the site say so in words, whatever their text pretends. */
export function leavingLinks(markdown: MarkdownIt) {
  markdown.validateLink = (address) => mayLinkTo(address) && destinationOf(address) !== null;
  // A name in another script stays in its machine spelling.
  markdown.normalizeLinkText = (address) => address;
  markdown.core.ruler.push("leaving_links", (state) => {
    for (const block of state.tokens) {
      if (block.type !== "inline" || !block.children) continue;
      let destination: string | null = null;
      block.children = block.children.flatMap((token) => {
        if (token.type === "link_open" && !token.meta) {
          destination = destinationOf(String(token.attrGet("href") ?? ""));
          token.attrSet("class", "leaving");
          token.attrSet("rel", "nofollow ugc noopener noreferrer");
        }
        if (token.type !== "link_close" || destination === null) return [token];
        const mark = new state.Token("leaving_mark", "", 0);
        mark.content = destination;
        destination = null;
        return [mark, token];
      });
    }
  });
  markdown.renderer.rules.leaving_mark = (tokens, i) =>
    `<span class="leaving-to"> ↗ ${markdown.utils.escapeHtml(tokens[i]!.content)}</span>`;
}
