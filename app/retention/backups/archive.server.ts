import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Decrypter } from "age-encryption";
import { z } from "zod";
import type { CopiedRow, CopiedTable } from "#db/copied";
import { dialect } from "#db/kit";
import { BackupRefused } from "./backup-folders.server";

const FORMAT = 1;
/** Longest line that is read: the rows of one line come together and are far smaller. */
const LONGEST = 256 * 1024 * 1024;

const head = z.object({
  understory: z.literal(FORMAT),
  dialect: z.enum(["sqlite", "pg"]),
  day: z.iso.date(),
  migrated: z.number(),
  rows: z.number(),
  /** The server's root key where it was a file, else null; and by which to know it again. */
  rootKey: z.string().nullable(),
  rootMark: z.string(),
});

/** The first line of an archive. */
export type ArchiveHead = z.output<typeof head>;

/** Node's name for the stream that the browser's types know under another. */
type WebStream = Parameters<typeof Readable.fromWeb>[0];
type Part = CopiedTable | CopiedRow[];

/** The lines of an archive: its head, for each table one that names it and many with rows, and last how many rows there were. */
export async function* linesOf(
  about: Omit<ArchiveHead, "understory" | "dialect">,
  parts: AsyncIterable<Part>,
  onRows: (done: number) => void,
) {
  yield `${JSON.stringify({ understory: FORMAT, dialect, ...about } satisfies ArchiveHead)}\n`;
  let rows = 0;
  for await (const part of parts) {
    yield `${JSON.stringify(part)}\n`;
    if (!Array.isArray(part)) continue;
    rows += part.length;
    onRows(rows);
  }
  yield `${JSON.stringify(rows)}\n`;
}

/** Opens an archive with its key. Throws `BackupRefused` when the key doesn't fit, when it was cut short, or isn't one of ours. */
export async function openArchive(file: string, key: string, onRows: (done: number) => void) {
  const decrypter = new Decrypter();
  const lines = splitLines(await plainOf(file, key, decrypter));
  const first = head.safeParse(parsed(await next(lines)));
  if (!first.success) throw new BackupRefused("This isn't a backup that this version of Understory can read.");
  if (first.data.dialect !== dialect)
    throw new BackupRefused(
      first.data.dialect === "pg"
        ? "This is a backup of a Postgres community: set DATABASE_URL."
        : "This is a backup of a SQLite community: unset DATABASE_URL.",
    );
  return { head: first.data, parts: partsOf(lines, onRows) };
}

async function plainOf(file: string, key: string, decrypter: Decrypter) {
  try {
    decrypter.addIdentity(key.trim());
    const sealed = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
    const plain = await decrypter.decrypt(sealed);
    const unpacked = createGunzip();
    Readable.fromWeb(plain as unknown as WebStream)
      .on("error", (error) => unpacked.destroy(error))
      .pipe(unpacked);
    return unpacked;
  } catch {
    throw new BackupRefused("The key doesn't open this backup. Each backup has a key of its own, of the same name.");
  }
}

async function* partsOf(lines: AsyncGenerator<string>, onRows: (done: number) => void): AsyncGenerator<Part> {
  let rows = 0;
  for (;;) {
    const part = parsed(await next(lines));
    if (typeof part === "number") {
      if (
        part !== rows ||
        !(await lines.next().then(
          ({ done }) => done,
          () => false,
        ))
      )
        throw damaged();
      return;
    }
    yield part as Part;
    if (!Array.isArray(part)) continue;
    rows += part.length;
    onRows(rows);
  }
}

const damaged = () => new BackupRefused("The backup is damaged or was cut short, so nothing was changed.");

async function next(lines: AsyncGenerator<string>): Promise<string> {
  const { value, done } = await lines.next().catch(() => ({ value: "", done: true }));
  if (done) throw damaged();
  return value;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged();
  }
}

async function* splitLines(stream: AsyncIterable<Buffer>) {
  let pieces: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...pieces, chunk.subarray(from, at)]).toString();
      pieces = [];
      length = 0;
      from = at + 1;
    }
    pieces.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST) throw damaged();
  }
  if (length > 0) throw damaged();
}
