import type { IncomingHttpHeaders } from "node:http";
import { readPreferences } from "./accounts/preferences";
import { languageOfHeader } from "./i18n/words.server";

/** The only cookie that a guest has of us. With any other, a session's above all, nobody gets a page from memory. */
const PREFERENCES_ALONE = /^preferences=[a-z-]{1,10}\.[a-z-]{1,10}$/;

/** What a guest's page depends on besides its address: the language and the theme. Null when it may be no guest who asks. */
export function guestVariant(headers: IncomingHttpHeaders): string | null {
  const { cookie } = headers;
  if (cookie !== undefined && !PREFERENCES_ALONE.test(cookie)) return null;
  const { language, theme } = readPreferences(cookie ?? null);
  return `${language ?? languageOfHeader(headers["accept-language"] ?? null)} ${theme ?? "device"}`;
}

/**
 * Tables that no guest's page shows anything of, and that change all the time. Every other table, also one that is yet to
 * be made, counts as seen by guests.
 */
const UNSEEN = new Set([
  "accounts",
  "blocks",
  "drafts",
  "follows",
  "handler_wishes",
  "hidden_posts",
  "invitations",
  "job_runs",
  "namings",
  "notifications",
  "outside_reports",
  "read_marks",
  "rota_weeks",
  "sessions",
  "shield_counts",
  "space_voices",
  "topic_mutes",
]);

/** Whether a change of these tables may show on a guest's page. */
export const guestsMaySee = (tables: ReadonlySet<string>): boolean => [...tables].some((table) => !UNSEEN.has(table));
