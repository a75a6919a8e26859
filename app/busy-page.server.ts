import type { IncomingHttpHeaders } from "node:http";
import { readPreferences } from "./accounts/preferences";
import { fixedWords, languageOfHeader } from "./i18n/words.server";

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The page for whoever must wait because the server has too much to do: a few words that cost nothing to make, in the language
 * of the request. `title`: what tabs show. `url`: the path that was asked for.
 */
export function busyPage(headers: IncomingHttpHeaders, { title, url }: { title: string; url: string }): string {
  const language =
    readPreferences(headers.cookie ?? null).language ?? languageOfHeader(headers["accept-language"] ?? null);
  const t = fixedWords(language, "shell");
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<p><a href="/leave">${escaped(fixedWords(language, "ui")("frame.leave"))}</a></p>
<main>
<h1>${escaped(t("errors.e503.title"))}</h1>
<p>${escaped(t("errors.e503.next"))} ${escaped(t("errors.busy.meanwhile"))}</p>
<p><a href="${escaped(url)}">${escaped(t("errors.busy.again"))}</a></p>
</main>
</html>
`;
}
