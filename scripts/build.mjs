// The production build: Remix's two bundles, the small browser scripts, and compressed copies of every static file.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { buildBrowserScripts } from "./browser-scripts.mjs";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));

for (const folder of ["build", "public/build", "public/browser-dev"]) rmSync(folder, { recursive: true, force: true });
mkdirSync("build", { recursive: true });

const remix = spawnSync(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "build"], {
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production" },
});
if (remix.status !== 0) process.exit(remix.status ?? 1);

await buildBrowserScripts();

const COMPRESSIBLE = new Set([".js", ".css", ".svg", ".json", ".txt", ".html", ".webmanifest"]);
/** Below this many bytes the compressed copy saves no packet. */
const WORTH_COMPRESSING = 600;

function compress(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) compress(path);
    else if (COMPRESSIBLE.has(extname(name)) && statSync(path).size > WORTH_COMPRESSING) {
      const content = readFileSync(path);
      writeFileSync(`${path}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
      writeFileSync(`${path}.br`, brotliCompressSync(content));
    }
  }
}
compress("public/build");
