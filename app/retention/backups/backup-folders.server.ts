import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { join, sep } from "node:path";
import type { Env } from "../../platform/env.server";
import { isOver, readBackupName } from "./backup-names";

/** Where the archives lie, and where the keys that open them. */
export type BackupFolders = { archives: string; keys: string };

/** A reason for which a backup can't be made or restored, in words for whoever runs the server. */
export class BackupRefused extends Error {}

/** The two folders that the settings name, or null when they name none: nobody is made to keep backups. */
export const foldersOf = (env: Env): BackupFolders | null =>
  env.UNDERSTORY_BACKUPS && env.UNDERSTORY_BACKUP_KEYS
    ? { archives: env.UNDERSTORY_BACKUPS, keys: env.UNDERSTORY_BACKUP_KEYS }
    : null;

/**
 * Refuses folders that can't keep the promise, and answers with what is to be said about the others. A folder that isn't
 * there is not made: it may be a disk that isn't mounted.
 */
export function checkFolders({ archives, keys }: BackupFolders, data: string): { warnings: string[] } {
  const [a, k] = [inFull(archives, "UNDERSTORY_BACKUPS"), inFull(keys, "UNDERSTORY_BACKUP_KEYS")];
  if (isWithin(a, k) || isWithin(k, a))
    throw new BackupRefused(
      "UNDERSTORY_BACKUPS and UNDERSTORY_BACKUP_KEYS must be two folders, neither inside the other.",
    );
  const d = inFull(data, "UNDERSTORY_DATA");
  if (isWithin(k, d) || isWithin(a, d))
    throw new BackupRefused(
      "Neither backups nor their keys belong into the data folder: who copies it would have both.",
    );
  const warnings: string[] = [];
  if (statSync(a).dev === statSync(k).dev)
    warnings.push(
      "Backups and their keys lie on one disk. Whoever takes it can read what was deleted in the last 7 days: keep the keys on another machine.",
    );
  if (statSync(a).dev === statSync(d).dev)
    warnings.push("Backups lie on the disk they are meant to replace: copy them to another machine.");
  return { warnings };
}

function inFull(folder: string, variable: string): string {
  try {
    return realpathSync(folder);
  } catch {
    throw new BackupRefused(`${variable} names ${folder}, which isn't there. Make the folder, or mount its disk.`);
  }
}

const isWithin = (inner: string, outer: string) => inner === outer || inner.startsWith(outer + sep);

/**
 * Destroys every key and archive whose time is over, the keys first, and answers how many files went. `failed`: a folder
 * or a file couldn't be reached. Safe to run twice and in several processes.
 */
export function destroyOld({ archives, keys }: BackupFolders, now: Date): { gone: number; failed: number } {
  const done = { gone: 0, failed: 0 };
  for (const folder of [keys, archives]) {
    let names: string[];
    try {
      names = readdirSync(folder);
    } catch {
      done.failed += 1;
      continue;
    }
    for (const name of names) {
      const file = readBackupName(name);
      if (!file || !isOver(file, now)) continue;
      try {
        destroy(join(folder, name), { overwrite: file.ending === "key" });
        done.gone += 1;
      } catch {
        done.failed += 1;
      }
    }
  }
  return done;
}

/** Removes a file. A key is overwritten before: a disk that keeps old blocks may still hold it, which the docs say. */
export function destroy(path: string, { overwrite }: { overwrite: boolean }): void {
  if (overwrite) {
    const handle = openSync(path, "r+");
    try {
      writeSync(handle, randomBytes(Math.max(statSync(path).size, 1)), 0, undefined, 0);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
  rmSync(path, { force: true });
}

/** Makes sure that a finished file or folder is on the disk; a file's times then say its day and nothing finer. */
export function settle(path: string, day?: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (day !== undefined) utimesSync(path, new Date(day), new Date(day));
}
