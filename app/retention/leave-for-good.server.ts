import { eq, inArray } from "drizzle-orm";
import { accounts, pseudonyms } from "#db/schema";
import type { Tx } from "#db/types";
import { areLastSteward, eraseAccount, layDownOffices } from "../accounts/erase-account.server";
import type { Viewer } from "../accounts/viewer";
import { leaveBehind, passOnCases } from "../cases/leave-behind.server";
import { forgetPileOnsAt } from "../cases/pile-ons/end-pile-on.server";
import { namesThatWrote, withdrawPosts } from "../discussion/posts/erase-posts-of.server";
import { forgetInTopics } from "../discussion/topics/forget-names.server";
import { leaveAllRooms, namesStillInGatherings } from "../gatherings/leave-all-rooms.server";
import { forgetNamings } from "../journal/match/forget-namings.server";
import { forgetNewsAbout, forgetNewsOf } from "../notifications/forget-news.server";
import { type Outcome, refused } from "../platform/outcome";
import { cutLinks, linksOfAccount } from "../pseudonyms/sealed-link.server";
import { forgetBlocksAgainst } from "../relations/forget-name.server";
import { forgetShelterOf } from "../safety/shelter/end-by-itself.server";
import type { Site } from "../site/site";
import { leaveAllCircles } from "../spaces/leave-all-circles.server";
import { eraseDue } from "./erase-due.server";
import type { LeaveChoices } from "./leave-choices";

/**
 * Ends an account for good. One transaction takes everything that is the account's and what ties its names to it; from
 * then on nobody sees what it chose to erase. The words themselves are overwritten right after, a few at a time; what a
 * crash leaves over, the next `eraseDue` finds by the names alone. Leaving twice is leaving once. Refuses `last-steward`,
 * `limited`.
 */
export async function leaveForGood(site: Site, viewer: Viewer, choices: LeaveChoices, now: Date): Promise<Outcome> {
  if (viewer.kind === "guest") return refused("sign-in-first");
  const pace = await site.limits.take("leave-for-good", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const left = await site.database.transaction((tx) => goAway(site, tx, viewer.accountId, choices, now));
  if (!left.ok) return left;
  // Whoever leaves has left by now: what fails here is done by the next turn of the job.
  await eraseDue(site, now).catch(() => {});
  return { ok: true };
}

async function goAway(site: Site, tx: Tx, accountId: number, choices: LeaveChoices, now: Date): Promise<Outcome> {
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account) return { ok: true };
  const pseudonymIds = (await linksOfAccount(tx, accountId)).map((link) => link.pseudonymId);
  if (await areLastSteward(tx, pseudonymIds, now)) return refused("last-steward");
  const { branch, joinedWeek } = account;
  await leaveBehind(tx, { accountId, pseudonymIds, branch, joinedWeek }, now);
  await forgetPileOnsAt(tx, pseudonymIds);
  await layDownOffices(tx, pseudonymIds, now);
  const keeps = { keepsMessages: choices.answers === "keep", keepsSummaries: choices.gatherings === "keep" };
  await leaveAllRooms(site, tx, { accountId, pseudonymIds, ...keeps }, now);
  await leaveAllCircles(tx, pseudonymIds);
  await forgetInTopics(tx, pseudonymIds);
  await forgetNewsOf(tx, accountId, pseudonymIds);
  await forgetNamings(tx, accountId);
  await forgetShelterOf(tx, pseudonymIds);
  await settleNames(tx, pseudonymIds, choices, now);
  await cutLinks(tx, accountId);
  await passOnCases(tx, pseudonymIds, now);
  await eraseAccount(site, tx, accountId);
  return { ok: true };
}

/** A name stays readable only while words of it stay; every other is gone from this commit on, with all it wrote. */
async function settleNames(tx: Tx, pseudonymIds: number[], choices: LeaveChoices, now: Date): Promise<void> {
  const kept = await namesStillInGatherings(tx, pseudonymIds);
  for (const kind of ["answers", "topics"] as const) {
    if (choices[kind] === "keep") for (const id of await namesThatWrote(tx, pseudonymIds, kind)) kept.add(id);
  }
  const stay = pseudonymIds.filter((id) => kept.has(id));
  const gone = pseudonymIds.filter((id) => !kept.has(id));
  for (const kind of ["answers", "topics"] as const) if (choices[kind] === "erase") await withdrawPosts(tx, stay, kind);
  await forgetBlocksAgainst(tx, gone);
  await forgetNewsAbout(tx, { all: gone, removed: stay });
  // A past hour says that words are still to be overwritten.
  await tx.update(pseudonyms).set({ state: "burned", undoUntil: now }).where(inArray(pseudonyms.id, gone));
  await tx.update(pseudonyms).set({ state: "retired", undoUntil: now }).where(inArray(pseudonyms.id, stay));
}
