/** The path of a Chromium or Chrome that starts, or null. */
export function findBrowser(): string | null;
