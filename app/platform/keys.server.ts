import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readEnv } from "./env.server";

/** What a key is for. Each purpose has a key of its own, so that a value of one is worth nothing in another. */
export type Purpose =
  | "sign-in-name"
  | "sign-in-secret"
  | "save-page"
  | "invitation"
  | "pseudonym-lookup"
  | "pseudonym-link"
  | "held-name"
  | "evidence"
  | "set-aside"
  | "legal-hold"
  | "case-message"
  | "room-message"
  | "queue-place"
  | "gathering-seat"
  | "gathering-mask"
  | "limits"
  | "waiting-text"
  | "double-press"
  | "spent-once"
  | "code-app"
  | "factor-challenge"
  | "proof"
  | "own-key"
  | "work"
  | "waiting-ticket"
  | "open-branch"
  | "archive-ticket"
  | "outside-report"
  | "report-elsewhere"
  | "outside-receipt"
  | "organisation"
  | "naming-owner"
  | "naming"
  | "match-message";

let root: Buffer | undefined;
const rootFile = (data: string) => join(data, "keys", "root.key");
const keys = new Map<Purpose, Buffer>();

/** The server's root key: 32 bytes from UNDERSTORY_SECRET, or a file that is made on the first start, readable by its owner only. */
function rootKey(): Buffer {
  if (root) return root;
  const env = readEnv();
  if (env.UNDERSTORY_SECRET) {
    root = Buffer.from(env.UNDERSTORY_SECRET, "base64");
  } else {
    const file = rootFile(env.UNDERSTORY_DATA);
    if (!existsSync(file)) {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(file, randomBytes(32).toString("base64"), { mode: 0o600, flag: "wx" });
      chmodSync(file, 0o600);
    }
    root = Buffer.from(readFileSync(file, "utf8"), "base64");
  }
  if (root.length < 32) throw new Error("The server's key must have at least 32 bytes.");
  return root;
}

/** Puts the root key into its file, readable by its owner only, in place of any other. */
export function keepRootKey(data: string, key: string): void {
  const file = rootFile(data);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.part`;
  writeFileSync(beside, key, { mode: 0o600, flush: true });
  chmodSync(beside, 0o600);
  renameSync(beside, file);
}

/** The root key in its file, as text; null where there is none. */
export function rootKeyInFile(data: string): string | null {
  const file = rootFile(data);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** By which a root key (base64) is known again; tells nothing about it. */
export const markOfRootKey = (key: string) =>
  Buffer.from(hkdfSync("sha256", Buffer.from(key, "base64"), "understory", "mark-of-root", 32)).toString("base64url");

function keyFor(purpose: Purpose): Buffer {
  const known = keys.get(purpose);
  if (known) return known;
  const made = Buffer.from(hkdfSync("sha256", rootKey(), "understory", purpose, 32));
  keys.set(purpose, made);
  return made;
}

/** Keyed fingerprint, 43 characters of base64url: equal texts of one purpose meet, and nobody without the key can test a guess. */
export const fingerprint = (purpose: Purpose, text: string) =>
  createHmac("sha256", keyFor(purpose)).update(text).digest("base64url");

/** The same as 32 bytes, to serve as a key itself. */
export const keyedDigest = (purpose: Purpose, text: string) =>
  createHmac("sha256", keyFor(purpose)).update(text).digest();

/** A shorter tag, which Node would take otherwise, can be guessed. */
const AUTHENTIC = { authTagLength: 16 };

/** AES-256-GCM under the purpose's key, padded to a multiple of 64 bytes. `bound` must be given again to open it. */
export const seal = (purpose: Purpose, plain: string, bound = ""): Buffer =>
  sealUnder(keyFor(purpose), Buffer.from(plain), bound);

/** What `seal` closed. Throws when it was altered, or sealed for another purpose or place. */
export const unseal = (purpose: Purpose, sealed: Uint8Array, bound = ""): string =>
  unsealUnder(keyFor(purpose), sealed, bound).toString();

const toNext64 = (length: number) => Math.ceil(length / 64) * 64;

/**
 * The same under a key that isn't the server's (32 bytes). `sizeFor`: how many bytes the padded plain text takes, told its
 * length with the four bytes before it.
 */
export function sealUnder(key: Uint8Array, plain: Uint8Array, bound: string, sizeFor = toNext64): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, AUTHENTIC).setAAD(Buffer.from(bound));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(plain.length);
  const unpadded = plain.length + length.length;
  const padded = Buffer.concat([length, plain], Math.max(unpadded, sizeFor(unpadded)));
  return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
}

/** What `sealUnder` closed. Throws as `unseal` does. */
export function unsealUnder(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), AUTHENTIC).setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(-16));
  const padded = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  return padded.subarray(4, 4 + padded.readUInt32BE(0));
}

/** SHA-256, hex: for secrets that are themselves random (tokens, codes). */
export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** SHA-256 of bytes, hex. */
export const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** `bytes` random bytes as base64url. */
export const randomToken = (bytes: number) => randomBytes(bytes).toString("base64url");

/** Equality in constant time for texts of any length. */
export const sameText = (a: string, b: string) =>
  timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());
