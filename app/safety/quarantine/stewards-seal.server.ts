import { Encrypter } from "age-encryption";
import { eq } from "drizzle-orm";
import { settings } from "#db/schema";
import type { Reader } from "#db/types";
import { settingShapes } from "../../agreements/settings";
import { seal, unseal } from "../../platform/keys.server";

/** Stands for the stewards as long as they have no key of their own: what is sealed waits for it under the server's. */
export const FOR_NOW = "server";

/** The stewards' public key as the database holds it at this moment; null until they made one. */
export async function readOfflineKey(read: Reader): Promise<string | null> {
  const [row] = await read.select().from(settings).where(eq(settings.key, "offlineKey"));
  const stored = settingShapes.offlineKey.safeParse(row?.value);
  return (stored.success && stored.data) || null;
}

/** Whether age itself takes this for a public key. */
export function isOfflineKey(text: string): boolean {
  try {
    if (!settingShapes.offlineKey.safeParse(text).success || !text) return false;
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** Bytes that only whoever keeps the other half of this key can read. */
export async function encryptTo(offlineKey: string, plain: string): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(offlineKey);
  return Buffer.from(await encrypter.encrypt(plain));
}

/** Seals for stewards alone: under their own key, or for now under a key of the server that nothing else uses. */
export async function sealForStewards(read: Reader, plain: string, bound: string) {
  const offlineKey = await readOfflineKey(read);
  return offlineKey
    ? { recipient: offlineKey, sealed: await encryptTo(offlineKey, plain) }
    : { recipient: FOR_NOW, sealed: seal("set-aside", plain, bound) };
}

/** What was sealed for stewards before they had a key. */
export const openForNow = (sealed: Uint8Array, bound: string) => unseal("set-aside", sealed, bound);
