import { readEnv } from "../../platform/env.server";
import { log } from "../../platform/log.server";
import type { Site } from "../../site/site";
import { destroyOld, foldersOf } from "./backup-folders.server";

/** The clock's part: destroys backups and keys whose time is over, where this machine reaches their folders. */
export async function forgetBackups(_site: Site, now: Date): Promise<void> {
  const folders = foldersOf(readEnv());
  if (!folders) return;
  const { failed } = destroyOld(folders, now);
  if (failed > 0) log.warn("old backups could not all be destroyed: is a folder unreachable?", { failed });
}
