import { type SettingKey, type Settings, settingShapes } from "../agreements/settings";
import { forgetSettings, readSettings, writeSetting } from "../agreements/settings-queries.server";
import { type Outcome, refused } from "../platform/outcome";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { holds, type Member } from "./viewer";

/** What a steward may choose alone; everything else belongs to the members. */
export const stewardsSettings = ["name", "tabTitle", "icon", "neutralSite", "joining"] as const satisfies SettingKey[];
export type StewardsSettings = Pick<Settings, (typeof stewardsSettings)[number]>;

/** Chooses settings of the community, each change in the public log. Refusals: `not-allowed`, `invalid`, `already-done` (nothing would change), `limited`. */
export async function changeSettings(
  site: Site,
  viewer: Member,
  chosen: Record<keyof StewardsSettings, string>,
  now: Date,
): Promise<Outcome> {
  if (!holds(viewer, "steward")) return refused("not-allowed");
  const parsed = stewardsSettings.map((key) => [key, settingShapes[key].safeParse(chosen[key])] as const);
  if (parsed.some(([, value]) => !value.success)) return refused("invalid");
  const pace = await site.limits.take("run-community", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const before = await readSettings(site.database.read);
  const changes = parsed.flatMap(([key, value]) =>
    value.data !== before[key] ? [[key, String(value.data)] as const] : [],
  );
  if (!changes.length) return refused("already-done");
  await site.database.transaction(async (tx) => {
    for (const [key, value] of changes) {
      await writeSetting(tx, key, value as Settings[typeof key]);
      const details = { setting: key, before: String(before[key]), now: value };
      await appendToLog(tx, { act: "setting-changed", office: "steward", details }, now);
    }
    tx.afterCommit(() => {
      forgetSettings(site.database);
      site.events.publish({ kind: "settings-changed" });
    });
  });
  return { ok: true };
}
