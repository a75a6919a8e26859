import { holds, type Member } from "../../accounts/viewer";
import { forgetSettings, writeSetting } from "../../agreements/settings-queries.server";
import { type Outcome, refused } from "../../platform/outcome";
import { appendToLog } from "../../public-log/append-entry.server";
import { sealWhatWaits } from "../../reports/evidence.server";
import { isOfflineKey, readOfflineKey } from "../../safety/quarantine/stewards-seal.server";
import type { Site } from "../../site/site";

/**
 * Registers the public half of the key that stewards keep offline. What waited under the server's key is sealed for it at
 * once; what was sealed for an earlier one stays under that. Refuses "not-allowed", "secret-half" (that one must never
 * come here), "invalid", "already-done" and "limited".
 */
export async function setOfflineKey(
  site: Site,
  viewer: Member,
  typed: string,
  now: Date,
): Promise<Outcome<{ sealed: number }>> {
  if (!holds(viewer, "steward")) return refused("not-allowed");
  const offlineKey = typed.trim();
  if (/AGE-SECRET-KEY/i.test(typed)) return refused("secret-half");
  if (!isOfflineKey(offlineKey)) return refused("invalid");
  const pace = await site.limits.take("run-community", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    if ((await readOfflineKey(tx)) === offlineKey) return refused("already-done");
    await writeSetting(tx, "offlineKey", offlineKey);
    const sealed = await sealWhatWaits(tx);
    await appendToLog(tx, { act: "offline-key-set", office: "steward", details: { key: offlineKey } }, now);
    tx.afterCommit(() => {
      forgetSettings(site.database);
      site.events.publish({ kind: "settings-changed" });
      return site.database.scrub();
    });
    return { ok: true, sealed };
  });
}
