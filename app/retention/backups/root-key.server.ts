import type { Env } from "../../platform/env.server";
import { keepRootKey, markOfRootKey, rootKeyInFile } from "../../platform/keys.server";
import type { ArchiveHead } from "./archive.server";
import { BackupRefused } from "./backup-folders.server";

/** The server's root key as a backup holds it: `key` is null when it's given in the environment, and stays out of the archive. */
export type RootKey = { key: string | null; mark: string };

/** The root key of this server. Throws when it has none yet: then there's nothing to back up. */
export function rootKeyOf(env: Env): RootKey {
  if (env.UNDERSTORY_SECRET) return { key: null, mark: markOfRootKey(env.UNDERSTORY_SECRET) };
  const key = rootKeyInFile(env.UNDERSTORY_DATA);
  if (!key) throw new BackupRefused("There is no community in the data folder yet, so there is nothing to back up.");
  return { key, mark: markOfRootKey(key) };
}

/** What to do with the key of a backup: nothing, put it where none is, or in the place of another community's. */
export type KeyToKeep = { when: "never" | "before" | "after"; keep(): void };

/**
 * Makes sure that the restored community will have the key that its links and sign-in names were made with; without it
 * nobody could sign in. Where none is, it's put before the database, which couldn't be read without it; another
 * community's is replaced only after its database was, so that neither is ever left without its own.
 */
export function checkRootKey(head: ArchiveHead, env: Env, over: boolean): KeyToKeep {
  const nothing: KeyToKeep = { when: "never", keep: () => {} };
  if (env.UNDERSTORY_SECRET) {
    if (markOfRootKey(env.UNDERSTORY_SECRET) !== head.rootMark)
      throw new BackupRefused("UNDERSTORY_SECRET is not the one this backup was made with: nobody could sign in.");
    return nothing;
  }
  const key = head.rootKey;
  if (!key)
    throw new BackupRefused(
      "This backup was made with UNDERSTORY_SECRET in the environment. Set it to the same value.",
    );
  const there = rootKeyInFile(env.UNDERSTORY_DATA);
  if (there && markOfRootKey(there) === head.rootMark) return nothing;
  if (there && !over)
    throw new BackupRefused(
      "There is another community's key in the data folder. To put this one in its place, add --over.",
    );
  return { when: there ? "after" : "before", keep: () => keepRootKey(env.UNDERSTORY_DATA, key) };
}
