const LINK = /https:\/\/[^\s<>"']+/g;
const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign]!);

/** Marks at the end of an address that belong to the sentence around it. */
const TRAILING = /[.,;:!?)\]}]+$/;

function line(text: string): string {
  let html = "";
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const address = found[0].replace(TRAILING, "");
    html += escapeHtml(text.slice(from, found.index));
    html += URL.canParse(address)
      ? `<a href="${escapeHtml(address)}" rel="noopener noreferrer nofollow ugc" class="leaves">${escapeHtml(address)}</a>`
      : escapeHtml(address);
    from = found.index + address.length;
  }
  return html + escapeHtml(text.slice(from));
}

/** What is said in a gathering, as HTML: paragraphs and line breaks, `https:` addresses as links, everything else as it was typed. */
export const messageHtml = (body: string): string =>
  body
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => `<p>${paragraph.split("\n").map(line).join("<br>")}</p>`)
    .join("");

/** How many words a text has, for the speaker stack. */
export const wordsIn = (body: string) => body.split(/\s+/).filter(Boolean).length;
