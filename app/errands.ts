import type { Errand } from "./platform/http/strain.server";

/** Answered however busy the server is: reporting and what came of it, help, shelter, leaving, signing out. */
const ALWAYS =
  /^\/(report|reports|pile-on|pile-ons|me\/shelter|takedown|helplines|leave|goodbye|sign-out|turn-away|refused)(\/|$)/;
/** Where members and guests come in. */
const ENTRY = /^\/(sign-in|recover)$/;

/** What somebody comes for who asks for this path. */
export function errandOf(method: string, pathname: string): Errand {
  if (ALWAYS.test(pathname)) return "always";
  if (method !== "GET" && method !== "HEAD") return "deed";
  return ENTRY.test(pathname) ? "entry" : "reading";
}
