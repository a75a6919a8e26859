import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// better-sqlite3's prebuilt binary crashes on Node 20, so the version is looked at before anything is loaded.
if (Number(process.versions.node.split(".")[0]) < 22) {
  console.error(`understory: Node 22 or newer is needed to run the server, and this is Node ${process.versions.node}.`);
  process.exit(1);
}
// `npm start` runs this with --max-semi-space-size=4. Pages are short-lived garbage: V8's usual 16 MB for the young are
// emptied less often but no cheaper, and under load the server stands at 295 MB in place of 226 (100,000 posts, ten
// requests at a time). The flag works on the command line alone: at run time it is too late.
process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));
// React is not bundled: without this it runs its development build, at a third of the speed.
process.env.NODE_ENV ||= "production";
await import("../build/index.js");
