import { gunzipSync } from "node:zlib";
import { askOnce } from "./measure";

/** What a first visit fetches, in bytes as they come over the wire. */
export type Weight = {
  html: number;
  styles: number;
  scripts: number;
  other: number;
  withScripts: number;
  withoutScripts: number;
};

const unzipped = ({ body, headers }: { body: Buffer; headers: Record<string, string> }) =>
  (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();

/** Fetches a page with everything that it names, compressed with gzip. */
export async function weighPage(url: string, path: string, cookie?: string): Promise<Weight> {
  const headers = { "accept-encoding": "gzip", ...(cookie ? { cookie } : {}) };
  const page = await askOnce(url, { path, headers });
  const html = unzipped(page);
  const weight = { html: page.body.length, styles: 0, scripts: 0, other: 0 };
  const addressesIn = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map((match) => match[1]!))];
  const fetchInto = async (kind: "styles" | "scripts" | "other", address: string) => {
    const file = await askOnce(url, { path: address, headers });
    weight[kind] += file.body.length;
    return file;
  };
  for (const address of addressesIn(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g).concat(
    addressesIn(/<link[^>]+href="([^"]+)"[^>]+rel="stylesheet"/g),
  )) {
    const css = unzipped(await fetchInto("styles", address));
    for (const [, font] of css.matchAll(/url\("?(\/build\/[^")]+\.woff2)"?\)/g)) await fetchInto("other", font!);
  }
  for (const address of addressesIn(/<script[^>]+src="([^"]+)"/g)) await fetchInto("scripts", address);
  for (const address of addressesIn(/<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g))
    await fetchInto("scripts", address);
  const withoutScripts = weight.html + weight.styles + weight.other;
  return { ...weight, withoutScripts, withScripts: withoutScripts + weight.scripts };
}
