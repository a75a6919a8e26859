import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLACES = [
  "/usr/bin",
  "/usr/local/bin",
  "/snap/bin",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    // On some systems `chromium` is a placeholder that only prints how to install it.
    return spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
  } catch {
    return false;
  }
}

/**
 * The path of a Chromium or Chrome that starts, or null. `CHROMIUM` names one; otherwise PATH and the usual places are
 * looked through.
 */
export function findBrowser() {
  if (process.env.CHROMIUM) return isProgram(process.env.CHROMIUM) ? process.env.CHROMIUM : null;
  const folders = [...(process.env.PATH ?? "").split(delimiter).filter(Boolean), ...PLACES];
  for (const folder of folders) {
    if (folder.includes(".app/") && isProgram(folder)) return folder;
    for (const name of NAMES) if (isProgram(join(folder, name))) return join(folder, name);
  }
  return null;
}
