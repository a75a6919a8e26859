import { createInstance, type InitOptions, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";

export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (text: unknown): text is Language => languages.includes(text as Language);

const options: InitOptions = {
  fallbackLng: false,
  // React escapes what it renders.
  interpolation: { escapeValue: false },
  returnNull: false,
  keySeparator: ".",
  nsSeparator: ":",
};

/** An i18next instance that speaks one language, ready at once. `words`: its namespaces. */
export function createWords(language: Language, words: Record<string, unknown>): i18n {
  const instance = createInstance();
  instance.use(initReactI18next).init({
    ...options,
    lng: language,
    ns: Object.keys(words),
    defaultNS: "ui",
    initAsync: false,
    resources: { [language]: words as never },
  });
  return instance;
}
