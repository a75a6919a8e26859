import { parseCookieNames } from "./cookie-names";

/**
 * The answer that sends somebody away: to `neutralSite`, an address elsewhere. With `clear`, also the erasure of cookies
 * and storage. Never of the cache: that can hang Chrome for 20 seconds. Each cookie that came is expired by name as well,
 * for browsers and plain-http onion addresses that don't know `Clear-Site-Data`.
 */
export function leaveResponse(neutralSite: string, cookies: string | null, clear: boolean): Response {
  const headers = new Headers({ Location: neutralSite, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });
  if (clear) {
    headers.set("Clear-Site-Data", '"cookies", "storage"');
    for (const name of parseCookieNames(cookies)) {
      const secure = name.startsWith("__") ? "; Secure" : "";
      headers.append("Set-Cookie", `${name}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly${secure}`);
    }
  }
  return new Response(null, { status: 303, headers });
}

/** Whether leaving may end the session: a link on another site must not be able to sign anybody out. */
export const mayEndSession = (fetchSite: string | null): boolean => fetchSite === null || fetchSite === "same-origin";

/**
 * Whether somebody is going there now. A browser that fetches links ahead, or a page that loads one as a picture, asks for
 * the address without anybody leaving.
 */
export function isVisit({ method, headers }: { method: string; headers: Headers }): boolean {
  const ahead = ["sec-purpose", "purpose", "x-moz"].some((name) => headers.get(name)?.startsWith("prefetch"));
  return method === "GET" && !ahead && (headers.get("sec-fetch-dest") ?? "document") === "document";
}
