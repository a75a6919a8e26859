// `npm run backup`: one encrypted archive, and its key into another folder. Safe while the forum runs; made for a timer.
import { existsSync } from "node:fs";
import { checkFolders, foldersOf } from "../app/retention/backups/backup-folders.server.ts";
import { rootKeyOf } from "../app/retention/backups/root-key.server.ts";
import { writeBackup } from "../app/retention/backups/write-backup.server.ts";
import { env, place, progress, run } from "./backup-settings.mjs";

await run(async () => {
  const folders = foldersOf(env);
  if (!folders)
    throw new Error(
      "Say where backups go, and where their keys: UNDERSTORY_BACKUPS=/srv/backups UNDERSTORY_BACKUP_KEYS=/mnt/keys npm run backup",
    );
  if (!place.url && !existsSync(place.file)) throw new Error(`There is no database at ${place.file}.`);
  for (const warning of checkFolders(folders, env.UNDERSTORY_DATA).warnings) console.warn(`understory: ${warning}`);
  const asked = { place, folders, root: rootKeyOf(env), onRows: progress("Backing up") };
  const { name } = await writeBackup(asked, new Date());
  console.log(`Backed up to ${folders.archives}/${name}.age; its key is ${folders.keys}/${name}.key.`);
  console.log("Both are destroyed within 7 days, so that what members delete is gone by then.");
});
