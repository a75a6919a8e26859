/** Lengths of time in milliseconds. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The start of the hour (UTC) that `at` lies in: the finest that a past deed may be told. */
export const floorToHour = (at: Date) => new Date(Math.floor(at.getTime() / HOUR) * HOUR);

/** `at` moved by `ms` milliseconds. */
export const plus = (at: Date, ms: number) => new Date(at.getTime() + ms);

/** Months since January 1970 (UTC). */
export const monthOf = (at: Date) => (at.getUTCFullYear() - 1970) * 12 + at.getUTCMonth();

/** The first instant (UTC) of a month counted by `monthOf`. */
export const startOfMonth = (n: number) => new Date(Date.UTC(1970, n, 1));

/** Whole weeks since the epoch's first Monday (1970-01-05): accounts that joined in one week share it. */
export const weekOf = (at: Date) => Math.floor((at.getTime() - 4 * DAY) / (7 * DAY));

/** Whether a text is a day that exists, as date fields send it: `2026-05-04`. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
