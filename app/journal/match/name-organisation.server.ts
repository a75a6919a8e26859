import { randomInt } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { matchVoices, namings } from "#db/schema";
import type { Tx } from "#db/types";
import { spendOnce, wasSpent } from "../../accounts/spend-once.server";
import { type Member, slowedStanding } from "../../accounts/viewer";
import { newId } from "../../platform/ids";
import { type Outcome, refused } from "../../platform/outcome";
import { DAY, plus } from "../../platform/time";
import type { Site } from "../../site/site";
import type { Keeper } from "../door.server";
import { organisationMark, placesOf, sealAccount, sealName, spentNaming } from "./naming.server";
import { organisationName } from "./organisation-name";
import { mayName } from "./permissions";

/** So many names in 30 days: whoever tries them, to see who comes, has to wait. */
const A_MONTH = 3;

/**
 * Names an organisation. Anybody may; whether it counts is asked later. The week of its rest begins on one of the next
 * seven days, so that nobody can tell from an answer when somebody named it. Refusals: `not-found`, `invalid`, `limited`,
 * `named-already`, `named-enough`.
 */
export async function nameOrganisation(
  site: Site,
  { viewer, key }: Keeper,
  input: { name: string },
  now: Date,
): Promise<Outcome<{ namingId: number }>> {
  const { accountId } = viewer;
  if (!mayName(viewer)) return refused("not-found");
  const name = organisationName(input.name);
  if (name === null) return refused("invalid");
  const organisation = organisationMark(name);
  const places = placesOf(accountId);
  const { read } = site.database;
  if (await wasSpent(read, "naming", spentNaming(accountId, organisation))) return refused("named-already");
  const own = and(inArray(namings.owner, places), eq(namings.organisation, organisation));
  if (await read.$count(namings, own)) return refused("named-already");
  const pace = await site.limits.take(
    "name-organisation",
    { account: accountId, standing: slowedStanding(viewer) },
    now,
  );
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    if (await tx.$count(namings, own)) return refused("named-already");
    if (await wasSpent(tx, "naming", spentNaming(accountId, organisation))) return refused("named-already");
    const taken = [
      ...(await tx.select({ owner: namings.owner }).from(namings).where(inArray(namings.owner, places))),
      ...(await tx.select({ owner: matchVoices.owner }).from(matchVoices).where(inArray(matchVoices.owner, places))),
    ].map((row) => row.owner);
    const owner = places.find((place) => !taken.includes(place));
    if (owner === undefined || !(await isWithinMonth(tx, accountId, now))) return refused("named-enough");
    const id = newId();
    await tx.insert(namings).values({
      id,
      organisation,
      owner,
      sealed: sealAccount(id, accountId),
      name: sealName(key, owner, name),
      rests: plus(now, randomInt(1, 8) * DAY),
    });
    return { ok: true, namingId: id };
  });
}

/** Counts one of the three names that an account has in a month; false when all are used, whatever was taken back since. */
async function isWithinMonth(tx: Tx, accountId: number, now: Date): Promise<boolean> {
  for (let i = 1; i <= A_MONTH; i++) if (await spendOnce(tx, "naming", `${accountId} ${i}`, 30 * DAY, now)) return true;
  return false;
}

/** Takes one's own naming back: at once, at any time, and without a limit. `not-found` for anybody else's. */
export async function takeNamingBack(site: Site, viewer: Member, { naming }: { naming: number }): Promise<Outcome> {
  return site.database.transaction(async (tx) => {
    const gone = await tx
      .delete(namings)
      .where(and(eq(namings.id, naming), inArray(namings.owner, placesOf(viewer.accountId))))
      .returning({ id: namings.id });
    if (!gone.length) return refused("not-found");
    tx.afterCommit(() => site.database.scrub());
    return { ok: true };
  });
}
