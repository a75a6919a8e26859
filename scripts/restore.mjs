// `npm run restore -- FILE [--key KEYFILE] [--over]`: brings a community back, on a bare machine or over what is there.
import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { keyFileOf, restoreBackup } from "../app/retention/backups/restore-backup.server.ts";
import { env, place, progress, run } from "./backup-settings.mjs";

const USAGE = "npm run restore -- FILE.age [--key FILE.key] [--over]";

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: "string" }, over: { type: "boolean", default: false } },
  });
  const [archive] = positionals;
  if (!archive || positionals.length > 1) throw new Error(USAGE);
  if (!values.key && !env.UNDERSTORY_BACKUP_KEYS) throw new Error(`Say where its key is: ${USAGE}`);
  const keyFile = values.key ?? keyFileOf(archive, env.UNDERSTORY_BACKUP_KEYS);
  mkdirSync(env.UNDERSTORY_DATA, { recursive: true, mode: 0o700 });
  const asked = { archive, keyFile, place, env, over: values.over, onRows: progress("Restoring") };
  const { day, rows } = await restoreBackup(asked, new Date());
  console.log(`The backup of ${day} is restored (${rows} rows). Everybody signs in again.`);
  console.log(
    "What was written since is lost, and what was deleted since may be back: the public log says so, and so should you.",
  );
});
