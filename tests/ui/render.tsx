import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import en from "~/i18n/en";
import es from "~/i18n/es";
import { createWords, type Language } from "~/i18n/i18n";

/** The markup of a part as a page without scripts gets it, in English unless told. */
export function render(part: ReactNode, language: Language = "en"): string {
  const words = createWords(language, language === "en" ? en : es);
  return renderToStaticMarkup(<I18nextProvider i18n={words}>{part}</I18nextProvider>);
}

/** The first tag that carries `id`, as text. */
export function tagWithId(markup: string, id: string): string {
  return markup.match(new RegExp(`<[a-z]+[^>]* ?id="${id}"[^>]*>`))?.[0] ?? "";
}
