import { settings } from "#db/schema";
import type { Database, Reader, Tx } from "#db/types";
import { type SettingKey, type Settings, settingShapes } from "./settings";

const cached = new WeakMap<Database["read"], Settings>();
const last = new WeakMap<Database["read"], Settings>();

/** What the community has chosen, kept in memory until `forgetSettings`. */
export async function readSettings(read: Reader): Promise<Settings> {
  const known = cached.get(read as Database["read"]);
  if (known) return known;
  const rows = new Map((await read.select().from(settings)).map((row) => [row.key, row.value]));
  const entries = Object.entries(settingShapes).map(([key, shape]) => {
    const stored = shape.safeParse(rows.get(key));
    return [key, stored.success ? stored.data : shape.parse(undefined)];
  });
  const all = Object.fromEntries(entries) as Settings;
  cached.set(read as Database["read"], all);
  last.set(read as Database["read"], all);
  return all;
}

/** What was chosen when it was last read: for a page that must be shown even when the database fails. */
export const settingsLastRead = (database: Database): Settings | undefined => last.get(database.read);

/** Chooses a setting. The caller has checked who may, and logs it. */
export async function writeSetting<K extends SettingKey>(tx: Tx, key: K, value: Settings[K]): Promise<void> {
  const plain = value as unknown as Record<string, unknown>;
  await tx
    .insert(settings)
    .values({ key, value: plain })
    .onConflictDoUpdate({ target: settings.key, set: { value: plain } });
}

/** To be called after a setting was committed. */
export const forgetSettings = (database: Database) => cached.delete(database.read);
