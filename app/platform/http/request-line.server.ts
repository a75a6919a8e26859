/** Longest path and query, in characters: a search of 200 characters in percent-encoding and the longest path fit. */
export const LONGEST_URL = 4_096;

/** `host[:port]` as browsers send it: names, IPv4, or IPv6 in brackets. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** A request line that makes sense, or the status that says why it doesn't. */
export type RequestLine = { host: string; url: string; pathname: string } | { status: 400 | 414 };

/**
 * Looks at the Host header and the request target before anything else does. Refused are absolute and protocol-relative
 * targets, control characters, backslashes, and percent-encoding that doesn't decode.
 */
export function readRequestLine(url: string | undefined, host: string | undefined): RequestLine {
  if (!url || !host || !HOST.test(host)) return { status: 400 };
  if (url.length > LONGEST_URL) return { status: 414 };
  if (!/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(url) || url.includes("#")) return { status: 400 };
  const pathname = url.split("?", 1)[0]!;
  try {
    const hidden = [...decodeURIComponent(pathname)].some((character) => character < " " || character === "\\");
    if (hidden) return { status: 400 };
  } catch {
    return { status: 400 };
  }
  return { host: host.toLowerCase(), url, pathname };
}
