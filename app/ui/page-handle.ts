import type { TFunction } from "i18next";
import type words from "../i18n/en";
import type { Crumb } from "./breadcrumbs";
import type { PlaceName } from "./places";

/** Speaks every namespace: `t("spaces:title")`. */
export type AnyWords = TFunction<(keyof typeof words)[]>;

/** What a route may say about its page: `export const handle: PageHandle = { … }`. The deepest route that says a thing decides. */
export type PageHandle<Data = unknown> = {
  /** React runs in the browser. Everything else is plain HTML with small scripts. */
  hydrate?: boolean;
  /** Small scripts that this page needs, by their names in `app/browser/`. */
  scripts?: string[];
  /**
   * Every guest gets the same page, so that it may be kept in memory for them: nothing in it is somebody's, nor meant to
   * be used once, and it stays right for a minute. `query`: the parameters that make it another page.
   */
  sameForGuests?: { query: string[] };
  /** Whether search engines may keep the page: an open space that opted in. Everything else asks them to stay away. */
  indexable?: (data: Data) => boolean;
  /** Which of the four places the page belongs to. */
  place?: PlaceName;
  /** From the first page to this one, made from what the route loaded. */
  way?: (data: Data, t: AnyWords) => Crumb[];
  /** As whom the reader speaks on this page, where that isn't the pseudonym they speak as everywhere. */
  speaking?: (data: Data) => { name: string; seed: number; switchHref?: string } | undefined;
};

const asHandle = (handle: unknown) => (typeof handle === "object" && handle !== null ? (handle as PageHandle) : {});

/** Whether one of the matched routes wants React in the browser. */
export const hydrates = (handles: unknown[]): boolean => handles.some((handle) => asHandle(handle).hydrate === true);

/** Whether the page at `address` is the same for every guest: its own route says so, and nothing stands in the query but what the route reads. */
export function isSameForGuests(handles: unknown[], address: URL): boolean {
  const { sameForGuests } = asHandle(handles.at(-1));
  const asked = [...address.searchParams.keys()];
  const known = asked.every((name, i) => sameForGuests?.query.includes(name) && asked.indexOf(name) === i);
  return sameForGuests !== undefined && known && !hydrates(handles);
}

/** Every small script that the matched routes name, each once, with those of every page. */
export const scriptsOf = (handles: unknown[]): string[] => [
  ...new Set(["leave-now", ...handles.flatMap((handle) => asHandle(handle).scripts ?? [])]),
];

/** The deepest matched route that says something under `key`, with what it loaded. */
export function deepest<K extends keyof PageHandle>(matches: { handle?: unknown; data?: unknown }[], key: K) {
  const match = matches.findLast(({ handle }) => asHandle(handle)[key] !== undefined);
  return match && { said: asHandle(match.handle)[key] as NonNullable<PageHandle[K]>, data: match.data };
}
