import { isLanguage, type Language } from "../i18n/i18n";
import type { Viewer } from "./viewer";

export const themes = ["light", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];

export const isTheme = (text: unknown): text is Theme => themes.includes(text as Theme);

/** What somebody chose; null leaves it to their browser or device. */
export type Preferences = { language: Language | null; theme: Theme | null };

const COOKIE = "preferences";
/** Seconds a guest's choice is kept: half a year. */
const LIFE = 182 * 24 * 60 * 60;

/** A guest's choice, from the Cookie header. Anything malformed is no choice. */
export function readPreferences(cookies: string | null): Preferences {
  const found = /(?:^|;\s*)preferences=([a-z-]{1,10})\.([a-z-]{1,10})(?:;|$)/.exec((cookies ?? "").slice(0, 8_000));
  const [, language, theme] = found ?? [];
  return { language: isLanguage(language) ? language : null, theme: isTheme(theme) ? theme : null };
}

/** The Set-Cookie header that keeps a guest's choice; `secure` where the browser speaks HTTPS. */
export function writePreferences({ language, theme }: Preferences, secure: boolean): string {
  const chosen = `${COOKIE}=${language ?? "-"}.${theme ?? "-"}`;
  return `${chosen}; Path=/; Max-Age=${LIFE}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;
}

/**
 * The choice that a form makes: `language` (a code, or `browser`) and `theme` (a name, or `device`); what it doesn't send
 * stays as in `before`. Null when a value is none of these.
 */
export function readChoice(form: FormData, before: Preferences): Preferences | null {
  const { language = before.language, theme = before.theme } = Object.fromEntries(form);
  const chosen = { language: language === "browser" ? null : language, theme: theme === "device" ? null : theme };
  if (chosen.language !== null && !isLanguage(chosen.language)) return null;
  if (chosen.theme !== null && !isTheme(chosen.theme)) return null;
  return { language: chosen.language, theme: chosen.theme };
}

/** A member's own choice goes first, then what this browser chose as a guest. */
export function preferencesOf(viewer: Viewer, cookies: string | null): Preferences {
  const here = readPreferences(cookies);
  if (viewer.kind === "guest") return here;
  return { language: viewer.language ?? here.language, theme: viewer.theme ?? here.theme };
}
