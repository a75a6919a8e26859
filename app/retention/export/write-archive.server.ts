import { Readable } from "node:stream";
import { desc } from "drizzle-orm";
import { ZipFile } from "yazl";
import { publicLog } from "#db/schema";
import { log } from "../../platform/log.server";
import { readablePages } from "./readable.server";
import { archiveSchema, SCHEMA_VERSION } from "./records";
import { batchesOf, partsFor } from "./sources.server";
import { dayOf, type Taker } from "./taker.server";

/** `data.json` piece by piece: everything of an archive, with the day it was made and where the public log ended. */
async function* jsonOf(taker: Taker): AsyncGenerator<string> {
  const [last] = await taker.read
    .select({ position: publicLog.position, digest: publicLog.digest })
    .from(publicLog)
    .orderBy(desc(publicLog.position))
    .limit(1);
  const head = {
    schemaVersion: SCHEMA_VERSION,
    made: dayOf(taker.now),
    of: taker.whole ? "all-names" : "one-name",
    logHead: last ?? null,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"parts":{`;
  for (const [i, name] of partsFor(taker).entries()) {
    yield `${i ? "," : ""}\n${JSON.stringify(name)}:[`;
    let first = true;
    for await (const batch of batchesOf(taker, name)) {
      yield `${first ? "" : ","}\n${batch.map((record) => JSON.stringify(record)).join(",\n")}`;
      first = false;
    }
    yield "]";
  }
  yield "\n}}\n";
}

/** Midnight of the day in the server's own zone, since zip files hold local times: the finest that is told. */
const midnight = (at: Date) => new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());

/**
 * An archive as a stream: `data.json`, `schema.json`, `pages/*.html` and `index.html`. It reads a batch or
 * two ahead of whoever takes from it, never more, and nothing once it is destroyed.
 */
export function writeArchive(taker: Taker): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const options = { mtime: midnight(taker.now), forceDosTimestamp: true, mode: 0o100600 };
  zip.on("error", (error: Error) => void out.destroy(error));

  // Whoever takes from it hears of a failure, too; when nobody does it must not end the process.
  out.on("error", () => {});
  let under: Readable | null = null;
  out.once("close", () => under?.destroy());

  /** Adds one file; resolves when all of it is on its way, or nobody takes it any more. */
  const add = (path: string, pieces: () => AsyncGenerator<string> | string[]) =>
    new Promise<void>((resolve, reject) => {
      zip.addReadStreamLazy(path, options, (begin) => {
        under = Readable.from(pieces(), { objectMode: false, highWaterMark: 1 });
        under.once("error", reject).once("close", resolve);
        begin(null, under);
      });
    });

  async function fill(): Promise<void> {
    const write = readablePages(taker.language);
    await add("data.json", () => jsonOf(taker));
    if (out.destroyed) return;
    await add("schema.json", () => [JSON.stringify(archiveSchema(), null, 1)]);
    const index: { path: string; title: string; count: number }[] = [];
    for (const part of partsFor(taker)) {
      let from = 1;
      let number = 1;
      for await (const batch of batchesOf(taker, part)) {
        const { path, title, html } = write.batch(part, number++, batch, from);
        await add(path, () => [html]);
        index.push({ path, title, count: batch.length });
        from += batch.length;
        if (out.destroyed) return;
      }
    }
    await add("index.html", () => [write.index(index, taker.whole, dayOf(taker.now))]);
    zip.end();
  }

  fill().catch((error: unknown) => {
    if (out.destroyed) return;
    log.error("archive-failed", error);
    out.destroy(error as Error);
  });
  return out;
}
