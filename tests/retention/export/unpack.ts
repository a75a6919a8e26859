import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect } from "vitest";
import { fromBuffer } from "yauzl";
import { takerOf } from "~/retention/export/taker.server";
import { writeArchive } from "~/retention/export/write-archive.server";
import type { Person, World } from "../../support/world";

export type Unpacked = {
  files: Map<string, string>;
  /** When each file says it was made. */
  days: Set<string>;
  data: { schemaVersion: number; of: string; parts: Record<string, Record<string, unknown>[]>; logHead: unknown };
  /** Every text of every file, together. */
  all: string;
};

/** Opens an archive, and fails when it isn't whole. */
export async function unpack(zip: Buffer): Promise<Unpacked> {
  const files = new Map<string, string>();
  const days = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (failed, opened) => {
      if (failed) return reject(failed);
      opened.on("error", reject).on("end", resolve);
      opened.on("entry", (entry) => {
        expect(entry.extraFieldLength, "no second, finer time").toBe(0);
        days.add(`${entry.lastModFileDate} ${entry.lastModFileTime}`);
        opened.openReadStream(entry, async (broken, stream) => {
          if (broken) return reject(broken);
          files.set(entry.fileName, (await buffer(stream as Readable)).toString("utf8"));
          opened.readEntry();
        });
      });
      opened.readEntry();
    });
  });
  return { files, days, data: JSON.parse(files.get("data.json")!), all: [...files.values()].join("\n") };
}

/** The archive of somebody, of all their names or of the one in a slot. */
export async function archiveOf(
  world: World,
  person: Person,
  { slot = null, language = "en" }: { slot?: number | null; language?: "en" | "es" } = {},
): Promise<Unpacked> {
  const taker = takerOf({ read: world.read, language, now: world.now }, await world.viewer(person), slot);
  return unpack(await buffer(writeArchive(taker)));
}
