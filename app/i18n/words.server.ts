import type { i18n, TFunction } from "i18next";
import en from "./en";
import es from "./es";
import { createWords, isLanguage, type Language } from "./i18n";

const instances: Record<Language, i18n> = { en: createWords("en", en), es: createWords("es", es) };

/** The words of a language, made once for all requests. */
export const wordsOf = (language: Language): i18n => instances[language];

/** `t` outside React, e.g. for a form's error: `fixedWords("es", "reports")("title")`. */
export const fixedWords = <N extends keyof typeof en>(language: Language, room: N): TFunction<N> =>
  instances[language].getFixedT(language, room) as TFunction<N>;

/** The language that a browser asks for; English when it asks for none of ours. */
export function languageOfHeader(header: string | null): Language {
  const wanted = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag, quality] = part.trim().split(/;\s*q=/);
      return { language: tag!.split("-")[0]!.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ language, quality }) => isLanguage(language) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const [first] = wanted.map(({ language }) => language).filter(isLanguage);
  return first ?? "en";
}
