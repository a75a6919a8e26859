import { readdirSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import * as esbuild from "esbuild";

/** Where the server reads the addresses of the small scripts from: `{ "leave-now": "/build/browser/leave-now-X.js" }`. */
export const MANIFEST = "build/browser-scripts.json";

/**
 * How esbuild bundles each `app/browser/*.ts` into one small file of its own. Addresses carry a hash of the content, so
 * that browsers may keep them for ever. `after(manifest)` is called once the manifest is written.
 */
function options({ minify, outdir, publicPath, after = () => {} }) {
  const entryPoints = readdirSync("app/browser")
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `app/browser/${name}`);
  return {
    entryPoints,
    outdir,
    bundle: true,
    minify,
    format: "esm",
    // Firefox 91 is what the oldest supported Tor Browser for Android descends from; Chrome 87 runs on Android 5.
    target: ["chrome87", "firefox91", "safari14"],
    entryNames: "[name]-[hash]",
    tsconfig: "tsconfig.json",
    metafile: true,
    logLevel: "warning",
    plugins: [
      {
        name: "manifest",
        setup(build) {
          build.onEnd((result) => {
            if (!result.metafile) return;
            const manifest = {};
            for (const [file, { entryPoint }] of Object.entries(result.metafile.outputs)) {
              if (entryPoint) manifest[basename(entryPoint, ".ts")] = publicPath + basename(file);
            }
            writeFileSync(MANIFEST, JSON.stringify(manifest, null, 2));
            after(manifest);
          });
        },
      },
    ],
  };
}

/** Bundles the small scripts once, minified, into `public/build/browser`. */
export async function buildBrowserScripts() {
  await esbuild.build(options({ minify: true, outdir: "public/build/browser", publicPath: "/build/browser/" }));
}

/** Bundles the small scripts on every change into `public/browser-dev`, which Remix's own dev build doesn't empty. */
export async function watchBrowserScripts() {
  const context = await esbuild.context(
    options({ minify: false, outdir: "public/browser-dev", publicPath: "/browser-dev/" }),
  );
  await context.watch();
  return context;
}
