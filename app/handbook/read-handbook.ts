import type { Language } from "../i18n/i18n";
import en from "./en/handbook";
import es from "./es/handbook";
import { type Handbook, type HandbookPage, type HandbookPageName, handbookPages } from "./page-shape";

const HANDBOOKS: Record<Language, Handbook> = { en, es };

/** The handbook's table of contents in a language. */
export const contentsOf = (language: Language) =>
  handbookPages.map((name) => {
    const { title, lead } = HANDBOOKS[language][name];
    return { name, title, lead };
  });

/** One page, and which one comes after it; the last has none. */
export function readHandbook(language: Language, name: HandbookPageName) {
  const page: HandbookPage = HANDBOOKS[language][name];
  const next = handbookPages[handbookPages.indexOf(name) + 1];
  return { ...page, next: next ? { name: next, title: HANDBOOKS[language][next].title } : null };
}
