import { existsSync, readFileSync } from "node:fs";

const MANIFEST = "build/browser-scripts.json";
const development = process.env.NODE_ENV === "development";

const read = (): Record<string, string> => (existsSync(MANIFEST) ? JSON.parse(readFileSync(MANIFEST, "utf8")) : {});
let known: Record<string, string> | null = null;

/** The addresses of the small scripts by their name in `app/browser/`, as the build wrote them down. */
export function browserScripts(): Record<string, string> {
  if (development || !known) known = read();
  return known;
}
