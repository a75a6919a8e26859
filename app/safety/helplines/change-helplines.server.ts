import { eq } from "drizzle-orm";
import { settings } from "#db/schema";
import type { Reader } from "#db/types";
import { holds, type Member } from "../../accounts/viewer";
import { type Helpline, MOST_HELPLINES } from "../../agreements/helplines";
import { settingShapes } from "../../agreements/settings";
import { forgetSettings, writeSetting } from "../../agreements/settings-queries.server";
import { randomToken } from "../../platform/keys.server";
import { type Outcome, refused } from "../../platform/outcome";
import { appendToLog } from "../../public-log/append-entry.server";
import type { Site } from "../../site/site";
import type { HelplineInput } from "./forms";

/** Adds a helpline or changes one. Refusals: `not-allowed`, `not-found` (another steward took it away), `full`, `limited`. */
export const saveHelpline = (site: Site, viewer: Member, input: HelplineInput, now: Date) =>
  change(site, viewer, now, (lines) => {
    const { deed: _, checked, id, ...said } = input;
    const before = lines.find((one) => one.id === id);
    if (id && !before) return refused("not-found");
    if (!before && lines.length >= MOST_HELPLINES) return refused("full");
    const same = before && Object.entries(said).every(([key, value]) => before[key as keyof Helpline] === value);
    const line: Helpline = {
      id: before?.id ?? randomToken(9).toLowerCase().replace(/_/g, "-"),
      ...said,
      // Whoever changes a number without looking it up leaves it marked.
      checked: checked ? now.toISOString().slice(0, 7) : same ? before.checked : null,
    };
    return {
      ok: true,
      name: line.name,
      lines: before ? lines.map((one) => (one === before ? line : one)) : [...lines, line],
    };
  });

/** Takes a helpline off the list. Refusals: `not-allowed`, `not-found`, `limited`. */
export const removeHelpline = (site: Site, viewer: Member, id: string, now: Date) =>
  change(site, viewer, now, (lines) => {
    const gone = lines.find((one) => one.id === id);
    return gone ? { ok: true, name: gone.name, lines: lines.filter((one) => one !== gone) } : refused("not-found");
  });

type Changed = Outcome<{ lines: Helpline[]; name: string }>;

async function change(site: Site, viewer: Member, now: Date, rule: (lines: Helpline[]) => Changed): Promise<Outcome> {
  if (!holds(viewer, "steward")) return refused("not-allowed");
  const pace = await site.limits.take("run-community", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const changed = rule(await listedNow(tx));
    if (!changed.ok) return changed;
    await writeSetting(tx, "helplines", changed.lines);
    const details = { setting: "helplines", name: changed.name };
    await appendToLog(tx, { act: "setting-changed", office: "steward", details }, now);
    tx.afterCommit(() => {
      forgetSettings(site.database);
      site.events.publish({ kind: "settings-changed" });
    });
    return { ok: true };
  });
}

/** The list as it stands in the database now: of two stewards who change it at once, neither undoes the other. */
async function listedNow(read: Reader): Promise<Helpline[]> {
  const [row] = await read.select().from(settings).where(eq(settings.key, "helplines"));
  const stored = settingShapes.helplines.safeParse(row?.value);
  return stored.success ? stored.data : settingShapes.helplines.parse(undefined);
}
