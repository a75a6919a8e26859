import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Place } from "#db/copied";
import { fillDatabase } from "#db/copy";
import type { Tx } from "#db/types";
import type { Env } from "../../platform/env.server";
import { appendToLog } from "../../public-log/append-entry.server";
import { openArchive } from "./archive.server";
import { BackupRefused } from "./backup-folders.server";
import { checkRootKey } from "./root-key.server";

type Asked = {
  archive: string;
  keyFile: string;
  place: Place;
  env: Env;
  over: boolean;
  onRows?(done: number, of: number): void;
};

/**
 * Brings a community back from an archive and its key: all of it or nothing, so that it can be run again. Nobody is signed
 * in afterwards, and the public log says of which day the backup was, because what was deleted since may be back.
 * Throws `BackupRefused` or `CopyRefused` with words for whoever runs the server.
 */
export async function restoreBackup(asked: Asked, now: Date): Promise<{ day: string; rows: number }> {
  const { archive, keyFile, place, env, over } = asked;
  for (const file of [archive, keyFile]) if (!existsSync(file)) throw new BackupRefused(`There is no file ${file}.`);
  let of = 0;
  const { head, parts } = await openArchive(archive, readFileSync(keyFile, "utf8"), (done) => asked.onRows?.(done, of));
  of = head.rows;
  const rootKey = checkRootKey(head, env, over);
  const finish = async (tx: Tx) => {
    await appendToLog(tx, { act: "backup-restored", office: "software", details: { day: head.day } }, now);
    if (rootKey.when === "before") rootKey.keep();
  };
  await fillDatabase(place, { migrated: head.migrated, parts }, { over, finish });
  if (rootKey.when === "after") rootKey.keep();
  return { day: head.day, rows: head.rows };
}

/** Where the key of an archive is looked for unless somebody says. */
export const keyFileOf = (archive: string, keys: string) =>
  join(keys, `${basename(archive).replace(/\.age$/, "")}.key`);
