import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { acceptsGzip } from "./compression.server";
import { fillTemplate, type GzipTemplate, gzipTemplate } from "./gzip-template.server";
import { isSameForGuests, pageOf } from "./rendered-page.server";

/** Everything kept together takes no more than this. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_PAGES = 2_000;
/** What a page takes besides its own bytes: its address, its headers, its tables. A generous guess. */
const AROUND_A_PAGE = 2_000;

export type GuestPagesOptions = {
  /**
   * What besides its address a guest's page depends on, as a short text; null for whoever may be no guest, or sends
   * anything that nobody thought of here.
   */
  variantOf: (headers: IncomingHttpHeaders) => string | null;
  /** Milliseconds after which a page is rendered anew even if nothing was heard of a change. */
  longest: number;
  mostBytes?: number;
  mostPages?: number;
};

type Kept = { template: GzipTemplate; headers: ReadonlyMap<string, string>; bytes: number; until: number };

/** A page from memory, with this answer's nonce. `headers`: the page's own, their names in lower case. */
export type KeptPage = { gzip: Buffer; headers: ReadonlyMap<string, string> };

/** A guest who asks for a page: the key under which it's kept, and how old everything was when they asked. */
export type GuestVisit = { key: string; version: number };

export type GuestPages = ReturnType<typeof createGuestPages>;

/**
 * Whole pages as every guest sees them, compressed, the least recently read forgotten first. A page is kept only when
 * its route says so, and never longer than until anything changes that guests may see (`forget`).
 */
export function createGuestPages({
  variantOf,
  longest,
  mostBytes = MOST_BYTES,
  mostPages = MOST_PAGES,
}: GuestPagesOptions) {
  const pages = new Map<string, Kept>();
  let bytes = 0;
  let version = 0;

  function drop(key: string, page: Kept) {
    pages.delete(key);
    bytes -= page.bytes;
  }

  return {
    /** Null for everybody who must not get a kept page, nor leave one. */
    visit(message: IncomingMessage, address: string): GuestVisit | null {
      if ((message.method !== "GET" && message.method !== "HEAD") || !acceptsGzip(message)) return null;
      const variant = variantOf(message.headers);
      return variant === null ? null : { key: `${variant} ${address}`, version };
    },

    /** The page that was kept for such a visit, if any. */
    find({ key }: GuestVisit, nonce: string, now: number): KeptPage | null {
      const page = pages.get(key);
      if (!page) return null;
      if (page.until <= now) {
        drop(key, page);
        return null;
      }
      pages.delete(key);
      pages.set(key, page);
      return { gzip: fillTemplate(page.template, nonce), headers: page.headers };
    },

    /**
     * Keeps a page that was rendered for a guest's visit with `nonce`, unless something changed in the meantime. Answers
     * it gzipped where that was done for keeping it.
     */
    async keep(visit: GuestVisit, response: Response, nonce: string, now: number): Promise<Buffer | undefined> {
      const html = pageOf(response);
      if (!html || response.status !== 200 || !isSameForGuests(response)) return undefined;
      if (response.headers.has("set-cookie") || visit.version !== version) return undefined;
      const template = await gzipTemplate(html, nonce);
      const gzip = fillTemplate(template, nonce);
      if (visit.version !== version) return gzip;
      const headers = new Map(response.headers);
      const size = template.gzip.length + template.head.length + visit.key.length + AROUND_A_PAGE;
      const before = pages.get(visit.key);
      if (before) drop(visit.key, before);
      pages.set(visit.key, { template, headers, bytes: size, until: now + longest });
      bytes += size;
      for (const [key, page] of pages) {
        if (bytes <= mostBytes && pages.size <= mostPages) break;
        drop(key, page);
      }
      return gzip;
    },

    /** To be called whenever anything changed that guests may see. */
    forget() {
      version++;
      pages.clear();
      bytes = 0;
    },

    /** How much is kept: pages, and bytes in all. */
    size: () => ({ pages: pages.size, bytes }),
  };
}
