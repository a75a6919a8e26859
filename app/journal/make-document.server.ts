import type { Reader } from "#db/types";
import type { Language } from "../i18n/i18n";
import { fixedWords } from "../i18n/words.server";
import { fromLink } from "../platform/ids";
import { imageTypes } from "../safety/images/image-kinds";
import type { Keeper } from "./door.server";
import type { ShownEntry } from "./entry";
import { readImage, readJournal } from "./journal-queries.server";

const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPED[sign]!);

const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}" +
  "article{border-top:1px solid #999;padding:1rem 0;break-inside:avoid}p{white-space:pre-line}img{max-width:100%}dt{font-weight:600}dd{margin:0 0 .5rem}";

/**
 * The whole journal as one document that needs nothing else: dated, oldest day first, images inside. It loads nothing and
 * runs nothing wherever it's opened.
 */
export async function makeDocument(
  read: Reader,
  keeper: Keeper,
  { siteName, language }: { siteName: string; language: Language },
  now: Date,
): Promise<string> {
  const t = fixedWords(language, "journal");
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...options, timeZone: "UTC" });
  const day = format({ day: "numeric", month: "long", year: "numeric" });
  const month = format({ month: "long", year: "numeric" });
  const { entries } = await readJournal(read, keeper);
  const parts: string[] = [];
  for (const entry of entries.reverse()) parts.push(await article(entry));

  async function article(entry: ShownEntry): Promise<string> {
    const heading = entry.day ? day.format(new Date(`${entry.day}T00:00:00Z`)) : t("noDay");
    const facts = [
      [t("entry.place"), entry.place],
      [t("entry.who"), entry.who],
    ].filter(([, said]) => said);
    const image = entry.image && (await readImage(read, keeper, fromLink(entry.link)!));
    return [
      `<article><h2>${escaped(heading)}</h2>`,
      `<dl>${facts.map(([label, said]) => `<dt>${escaped(label!)}</dt><dd>${escaped(said!)}</dd>`).join("")}</dl>`,
      `<p>${escaped(entry.words)}</p>`,
      image
        ? `<img alt="${escaped(t("document.image"))}" src="data:${imageTypes[image.kind]};base64,${image.bytes.toString("base64")}">`
        : "",
      `<small>${escaped(t("document.changed", { month: month.format(entry.kept) }))}</small></article>`,
    ].join("\n");
  }

  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(t("document.title"))}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escaped(t("document.title"))}</h1>`,
    `<p>${escaped(t("document.made", { day: day.format(now), site: siteName }))} ${escaped(t("document.count", { count: entries.length }))}.</p>`,
    `<p>${escaped(t("document.means"))}</p>`,
    ...parts,
    "</body></html>",
  ].join("\n");
}
