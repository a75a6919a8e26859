import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { dialect } from "#db/kit";
import { openDatabase } from "#db/open";
import { readEnv } from "~/platform/env.server";
import { restoreBackup } from "~/retention/backups/restore-backup.server";
import { rootKeyOf } from "~/retention/backups/root-key.server";
import { writeBackup } from "~/retention/backups/write-backup.server";
import { emptyPg } from "./database";
import type { World } from "./world";

/** Two folders for backups and their keys, and machines with nothing on them; gone when the test is over. */
export function backupRoom() {
  const room = mkdtempSync(join(tmpdir(), "understory-backups-"));
  onTestFinished(() => rmSync(room, { recursive: true, force: true }));
  const folders = { archives: join(room, "archives"), keys: join(room, "keys") };
  for (const folder of Object.values(folders)) mkdirSync(folder);
  const env = readEnv({ ...process.env, UNDERSTORY_DATA: room });
  let machines = 0;

  return {
    room,
    env,
    folders,
    archive: (name: string) => join(folders.archives, `${name}.age`),
    key: (name: string) => join(folders.keys, `${name}.key`),
    backUp: (world: World, now = world.now) =>
      writeBackup({ place: placeOf(world), folders, root: rootKeyOf(env) }, now),
    /** A machine that was never used. */
    async bareMachine() {
      const data = join(room, `machine-${++machines}`);
      mkdirSync(data);
      if (dialect === "sqlite") return { data, file: join(data, "understory.db"), url: undefined };
      const { url, drop } = await emptyPg();
      onTestFinished(drop);
      return { data, file: "", url };
    },
    restore(name: string, place: Machine, now: Date, { over = false, asEnv = env } = {}) {
      const [archive, keyFile] = [join(folders.archives, `${name}.age`), join(folders.keys, `${name}.key`)];
      return restoreBackup({ archive, keyFile, place, env: asEnv, over }, now);
    },
  };
}

export type Machine = { data: string; file: string; url: string | undefined };

export const placeOf = (world: World) => ({ file: world.file ?? "", url: world.url ?? undefined });

/** What a server that starts on a machine would open; closed by whoever asked. */
export const openOn = ({ file, url }: Machine) => openDatabase({ file, url });
