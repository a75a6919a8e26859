import type { Language } from "../../i18n/i18n";
import { fixedWords } from "../../i18n/words.server";
import { escapeHtml } from "./escape";
import type { PartName } from "./parts";
import type { AnyRecord } from "./records";

/** Fields with words of one's own or about oneself, shown as they were written. */
const LONG = new Set(["body", "words", "reasons", "purpose", "groundRules", "summary"]);
/** What heads a thing: the first of these that it has. */
const HEADS = ["title", "topic", "where", "label", "whom", "space", "name"];
/** Fields whose values are the software's own words. */
const CODED = /^(kind|state|status|wish|outcome|channel|about|answer|side|office|opensWith|language|theme|conduct)$/;

/** Plain, without a script, a picture or anything from elsewhere; follows the reader's own light and size. */
const STYLE =
  ":root{color-scheme:light dark}body{max-width:40rem;margin:0 auto;padding:1rem;font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}article{margin-block:1.5rem;padding-block-start:1rem;border-block-start:1px solid}h2{font-size:1.1rem;margin:0}dl{display:grid;grid-template-columns:auto 1fr;gap:0 1rem;margin:.5rem 0}dd{margin:0}.words{white-space:pre-wrap}.warning{border-inline-start:.3rem solid;padding-inline-start:1rem}nav ul{padding-inline-start:1.2rem}";

/** One page of an archive: where it goes in the zip, and what the index says of it. */
export type Page = { path: string; title: string };

/** Writes the pages of an archive in one language. Whatever comes from the database is escaped, whoever wrote it. */
export function readablePages(language: Language) {
  const t = fixedWords(language, "takeAlong");
  const conduct = fixedWords(language, "agreements");

  const page = (title: string, inside: string) =>
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${inside}</body></html>\n`;

  const coded = (field: string, value: string): string => {
    if (field === "conduct") return conduct(`conducts.${value}` as "conducts.other", { defaultValue: value });
    if (field === "storyLabel") return t(`values.label-${value}` as "values.open", { defaultValue: value });
    return CODED.test(field) ? t(`values.${value}` as "values.open", { defaultValue: value }) : value;
  };

  function told(field: string, value: AnyRecord[string]): string {
    if (value === null) return t("none");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (Array.isArray(value)) return value.join(", ") || t("none");
    return typeof value === "number" ? String(value) : coded(field, value) || t("none");
  }

  function article(record: AnyRecord, index: number): string {
    const head = HEADS.find((field) => record[field]);
    const title = head ? String(record[head]) : t("thing", { number: index });
    const short = Object.entries(record).filter(([field]) => !LONG.has(field) && field !== head);
    const long = Object.entries(record).filter(([field, value]) => LONG.has(field) && value);
    const rows = short.map(
      ([field, value]) =>
        `<dt>${escapeHtml(t(`fields.${field}` as "fields.name"))}</dt><dd>${escapeHtml(told(field, value))}</dd>`,
    );
    const words = long.map(
      ([field, value]) =>
        `<h3>${escapeHtml(t(`fields.${field}` as "fields.name"))}</h3><div class="words">${escapeHtml(String(value))}</div>`,
    );
    return `<article><h2>${escapeHtml(title)}</h2><dl>${rows.join("")}</dl>${words.join("")}</article>`;
  }

  return {
    /** One batch of a part; `from` is the number of its first thing. */
    batch(part: PartName, number: number, records: AnyRecord[], from: number): Page & { html: string } {
      const name = t(`parts.${part}`);
      const title = number === 1 ? name : t("pageTitle", { part: name, number });
      const inside = `<nav><a href="../index.html">${escapeHtml(t("index"))}</a></nav><main><h1>${escapeHtml(title)}</h1>${records
        .map((record, i) => article(record, from + i))
        .join("")}</main>`;
      return { path: `pages/${part}-${number}.html`, title, html: page(title, inside) };
    },
    /** The page to begin with. */
    index(pages: (Page & { count: number })[], whole: boolean, made: string): string {
      const links = pages.map(
        ({ path, title, count }) => `<li><a href="${path}">${escapeHtml(title)}</a> (${count})</li>`,
      );
      const inside = `<main><h1>${escapeHtml(t("indexTitle"))}</h1><p>${escapeHtml(t("made", { day: made }))}</p><p class="warning"><strong>${escapeHtml(
        t(whole ? "warning.all" : "warning.one"),
      )}</strong></p><nav><ul>${links.join("")}</ul></nav><p>${escapeHtml(t("aboutData"))}</p></main>`;
      return page(t("indexTitle"), inside);
    },
  };
}
