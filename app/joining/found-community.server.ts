import { eq } from "drizzle-orm";
import { accounts, invitations, offices, spaces } from "#db/schema";
import type { Tx } from "#db/types";
import { forgetSettings, writeSetting } from "../agreements/settings-queries.server";
import type { Language } from "../i18n/i18n";
import { fixedWords } from "../i18n/words.server";
import { newId } from "../platform/ids";
import { DAY, floorToHour, plus } from "../platform/time";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { codeHashOf, codeOf } from "./invitation-queries.server";

/** How long the first link works; every start of an empty community makes a new one. */
const GOOD_FOR = 7 * DAY;

/**
 * The path of a one-time link through which the first account of an empty community becomes its steward; null when
 * somebody has an account already. An earlier link stops working.
 */
export async function foundingLink(site: Site, now: Date): Promise<string | null> {
  return site.database.transaction(async (tx) => {
    const [somebody] = await tx.select({ id: accounts.id }).from(accounts).limit(1);
    if (somebody) return null;
    await tx.delete(invitations).where(eq(invitations.kind, "founding"));
    const id = newId();
    const code = codeOf(id);
    await tx
      .insert(invitations)
      .values({ id, codeHash: codeHashOf(code), kind: "founding", expires: floorToHour(plus(now, GOOD_FOR)) });
    return `/join/${code}`;
  });
}

/** What a fresh community begins with: a place that anyone may read, and one for members. Circles are opened by whoever hosts them. */
const FIRST_SPACES = [
  { slug: "welcome", kind: "open" },
  { slug: "commons", kind: "members" },
] as const;

/** Makes the first person steward and, while nobody else can be, moderator; names the community and opens its first spaces. */
export async function foundCommunity(
  site: Site,
  tx: Tx,
  founder: { pseudonymId: number; name: string },
  community: { name: string; language: Language },
  now: Date,
): Promise<void> {
  await appendToLog(tx, { act: "community-founded", office: "steward", details: { name: community.name } }, now);
  for (const office of ["steward", "moderator"] as const) {
    await tx.insert(offices).values({ pseudonymId: founder.pseudonymId, office, since: now });
    await appendToLog(tx, { act: "office-given", office: "software", details: { office, name: founder.name } }, now);
  }
  await writeSetting(tx, "name", community.name);
  await writeSetting(tx, "founded", true);
  const t = fixedWords(community.language, "joining");
  for (const [position, { slug, kind }] of FIRST_SPACES.entries()) {
    const name = t(`firstSpaces.${slug}.name`);
    const purpose = t(`firstSpaces.${slug}.purpose`);
    await tx.insert(spaces).values({ slug, name, purpose, kind, position });
    await appendToLog(tx, { act: "space-opened", office: "steward", details: { name, kind } }, now);
  }
  tx.afterCommit(() => {
    forgetSettings(site.database);
    site.events.publish({ kind: "settings-changed" });
  });
}
