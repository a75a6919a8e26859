// Makes a fresh clone ready. Node built-ins only: it runs before anything is installed, on Node 20.19 or newer.
//
//   node scripts/ensure.mjs [build] [browser]
//
// always    installs when package-lock.json differs from what was installed last
// build     builds when sources or outputs differ from the last build
// browser   makes sure that there is a Chromium for the browser tests
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./find-browser.mjs";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));
const wanted = new Set(process.argv.slice(2));

const sources = [
  "app",
  "db",
  "public",
  "scripts",
  "server.ts",
  "remix.config.js",
  "tsconfig.json",
  "package-lock.json",
];
const outputs = ["build", "public/build"];
const installStamp = "node_modules/.understory-stamp";
const buildStamp = "build/.understory-stamp";

function stop(message) {
  console.error(`understory: ${message}`);
  process.exit(1);
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** One digest over the names and contents of all files under `paths`. */
function digest(paths, skip = []) {
  const hash = createHash("sha256");
  const visit = (path) => {
    if (skip.includes(path) || !existsSync(path)) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(`${path}\0`).update(readFileSync(path));
  };
  for (const path of paths) visit(path);
  return hash.digest("hex");
}

/** Runs a command in the foreground, without NODE_ENV so that development packages aren't left out. */
function run(command, args, env = {}) {
  const clean = { ...process.env };
  delete clean.NODE_ENV;
  return spawnSync(command, args, { stdio: "inherit", env: { ...clean, ...env } }).status === 0;
}

function install() {
  const installed = `${digest(["package-lock.json"])} ${process.platform}-${process.arch}`;
  if (readIfThere(installStamp) === installed) return;
  if (existsSync("node_modules") && lstatSync("node_modules").isSymbolicLink()) {
    console.log("understory: node_modules is a link to another folder, so nothing is installed here.");
    return;
  }
  console.log("understory: installing packages (a minute or two, once) …");
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const done = npm?.endsWith(".js") ? run(process.execPath, [npm, ...args]) : run("npm", args);
  if (!done) stop(`"npm ${args.join(" ")}" failed; its reason stands above. Is the network reachable?`);
  writeFileSync(installStamp, installed);
}

function build() {
  const built = () => `${digest(sources, ["public/build", "public/browser-dev"])} ${digest(outputs, [buildStamp])}`;
  if (existsSync("build/index.js") && readIfThere(buildStamp) === built()) return;
  console.log("understory: building …");
  const ownNode = "node_modules/.bin/node";
  if (!run(existsSync(ownNode) ? ownNode : process.execPath, ["scripts/build.mjs"]))
    stop("the build failed; see above.");
  writeFileSync(buildStamp, built());
}

function browser() {
  if (findBrowser()) return;
  const given = process.env.CHROMIUM;
  if (given) stop(`CHROMIUM names ${given}, which can't be started.`);
  const root = process.getuid?.() === 0;
  if (root && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get")) {
    console.log("understory: installing Chromium for the browser tests (apt-get install chromium) …");
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], quiet);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet);
    if (findBrowser()) return;
  }
  stop(
    "the browser tests need Chromium or Google Chrome, and none was found. Install one (on Debian: apt-get install chromium) or set CHROMIUM to its path.",
  );
}

install();
if (wanted.has("build")) build();
if (wanted.has("browser")) browser();
