// `npm run dev`: rebuilds and restarts on every change; pages reload themselves.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { watchBrowserScripts } from "./browser-scripts.mjs";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));
rmSync("public/browser-dev", { recursive: true, force: true });
mkdirSync("build", { recursive: true });

const watching = await watchBrowserScripts();
const remix = spawn(
  process.execPath,
  ["node_modules/@remix-run/dev/dist/cli.js", "dev", "-c", "node scripts/start.mjs"],
  {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "development" },
  },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => remix.kill(signal));
remix.on("exit", (code) => {
  void watching.dispose();
  process.exit(code ?? 0);
});
