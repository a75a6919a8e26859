import { createWriteStream, existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import type { Place } from "#db/copied";
import { withSnapshot } from "#db/copy";
import { randomToken } from "../../platform/keys.server";
import { linesOf } from "./archive.server";
import { type BackupFolders, destroy, destroyOld, settle } from "./backup-folders.server";
import { backupName, dayText } from "./backup-names";
import type { RootKey } from "./root-key.server";

/** Nobody is signed in on a restored machine, so no session is worth keeping. */
const WITHOUT = ["sessions"];

type Asked = { place: Place; folders: BackupFolders; root: RootKey; onRows?(done: number, of: number): void };

/**
 * Writes one encrypted archive and, in the other folder, the key that was made for it alone; then destroys what is too old.
 * The key is written when the archive is complete: one that was cut short was never readable. Answers with the name of both.
 */
export async function writeBackup({ place, folders, root, onRows }: Asked, now: Date): Promise<{ name: string }> {
  const day = dayText(now);
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const part = join(folders.archives, `${day}.${randomToken(6)}.part`);
  try {
    await withSnapshot(place, WITHOUT, async ({ migrated, rows, parts }) => {
      const lines = linesOf({ day, migrated, rows, rootKey: root.key, rootMark: root.mark }, parts, (done) =>
        onRows?.(done, rows),
      );
      const packed = Readable.from(lines).compose(createGzip());
      const sealed = await encrypter.encrypt(Readable.toWeb(packed) as ReadableStream<Uint8Array>);
      await pipeline(
        Readable.fromWeb(sealed as unknown as Parameters<typeof Readable.fromWeb>[0]),
        createWriteStream(part, { flags: "wx", mode: 0o600, flush: true }),
      );
    });
    const name = keepKey(folders, day, identity);
    const archive = join(folders.archives, `${name}.age`);
    renameSync(part, archive);
    settle(archive, day);
    settle(folders.archives);
    return { name };
  } finally {
    destroy(part, { overwrite: false });
    destroyOld(folders, now);
  }
}

/** Writes the key under the first name of the day that is free. */
function keepKey({ archives, keys }: BackupFolders, day: string, identity: string): string {
  for (let number = 1; ; number++) {
    const name = backupName(day, number);
    if (existsSync(join(archives, `${name}.age`))) continue;
    const path = join(keys, `${name}.key`);
    try {
      writeFileSync(path, `${identity}\n`, { flag: "wx", mode: 0o600, flush: true });
    } catch (error) {
      if ((error as { code?: string }).code !== "EEXIST") throw error;
      continue;
    }
    settle(path, day);
    settle(keys);
    return name;
  }
}
