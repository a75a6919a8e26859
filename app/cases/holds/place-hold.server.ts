import { and, eq, lte, ne } from "drizzle-orm";
import { evidence, legalHolds } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { newId } from "../../platform/ids";
import { seal } from "../../platform/keys.server";
import { type Outcome, refused } from "../../platform/outcome";
import { plus } from "../../platform/time";
import { appendToLog } from "../../public-log/append-entry.server";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import { isSomebodyElse } from "../second-person.server";
import { findForSteward, type Hold } from "./hold-queries.server";
import { WAITS } from "./rules";

type Asked = { caseId: number; reason: string; reference: string };

/**
 * Keeps the sealed copies of one case from being erased. With another steward who has no conflict it waits for them, and
 * holds for a week meanwhile. Refuses "not-found" (also where nothing is left to be kept, and to a steward in conflict),
 * "already-done" and "limited".
 */
export async function placeHold(site: Site, viewer: Member, asked: Asked, now: Date): Promise<Outcome> {
  const { caseId, reason, reference } = asked;
  const pace = await site.limits.take("hold-evidence", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const seen = await findForSteward(tx, viewer, caseId, now);
    if (!seen || !(await tx.$count(evidence, eq(evidence.caseId, caseId)))) return refused("not-found");
    const standing = and(eq(legalHolds.caseId, caseId), ne(legalHolds.state, "lifted"));
    if (await tx.$count(legalHolds, standing)) return refused("already-done");
    const id = newId();
    await tx.insert(legalHolds).values({
      id,
      caseId,
      state: seen.others ? "waiting" : "in-force",
      sealed: seal("legal-hold", JSON.stringify({ reason, reference }), String(id)),
      placedBy: seen.pseudonymId,
      placed: now,
    });
    await appendCaseEntry(tx, caseId, { kind: "hold-placed", actorPseudonymId: seen.pseudonymId }, now);
    await appendToLog(tx, { act: "hold-placed", office: "steward" }, now);
    return { ok: true };
  });
}

/** As a second steward: agrees to a hold. Refuses "not-found", "not-allowed" (whoever placed it) and "changed-meanwhile". */
export const confirmHold = (site: Site, viewer: Member, holdId: number, now: Date): Promise<Outcome> =>
  onHold(site, viewer, holdId, now, async (tx, hold, pseudonymId) => {
    if (hold.state !== "waiting") return refused("changed-meanwhile");
    if (!(await isSomebodyElse(tx, [hold.placedBy], viewer.accountId))) return refused("not-allowed");
    await tx.update(legalHolds).set({ state: "in-force", confirmedBy: pseudonymId }).where(eq(legalHolds.id, hold.id));
    await appendCaseEntry(tx, hold.caseId, { kind: "hold-confirmed", actorPseudonymId: pseudonymId }, now);
    await appendToLog(tx, { act: "hold-confirmed", office: "steward" }, now);
    return { ok: true };
  });

/** Lets go of what was held: whatever is past its time is erased within the hour. Refuses "not-found" and "changed-meanwhile". */
export const liftHold = (site: Site, viewer: Member, holdId: number, now: Date): Promise<Outcome> =>
  onHold(site, viewer, holdId, now, async (tx, hold, pseudonymId) => {
    if (hold.state === "lifted") return refused("changed-meanwhile");
    await end(tx, hold.id, pseudonymId, now);
    await appendCaseEntry(tx, hold.caseId, { kind: "hold-lifted", actorPseudonymId: pseudonymId }, now);
    await appendToLog(tx, { act: "hold-lifted", office: "steward" }, now);
    return { ok: true };
  });

async function onHold(
  site: Site,
  viewer: Member,
  holdId: number,
  now: Date,
  work: (tx: Tx, hold: Hold, pseudonymId: number) => Promise<Outcome>,
): Promise<Outcome> {
  const pace = await site.limits.take("hold-evidence", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const [hold] = await tx.select().from(legalHolds).where(eq(legalHolds.id, holdId));
    const seen = hold && (await findForSteward(tx, viewer, hold.caseId, now));
    return seen ? work(tx, hold, seen.pseudonymId) : refused("not-found");
  });
}

const end = (tx: Tx, holdId: number, liftedBy: number | null, now: Date) =>
  tx.update(legalHolds).set({ state: "lifted", liftedBy, lifted: now }).where(eq(legalHolds.id, holdId));

/** Ends holds to which no second steward agreed within the week. Answers with how many. */
export async function endLapsedHolds(tx: Tx, now: Date, most: number): Promise<number> {
  const lapsed = await tx
    .select({ id: legalHolds.id, caseId: legalHolds.caseId })
    .from(legalHolds)
    .where(and(eq(legalHolds.state, "waiting"), lte(legalHolds.placed, plus(now, -WAITS))))
    .limit(most);
  for (const { id, caseId } of lapsed) {
    await end(tx, id, null, now);
    await appendCaseEntry(tx, caseId, { kind: "hold-lifted" }, now);
    await appendToLog(tx, { act: "hold-lifted", office: "software" }, now);
  }
  return lapsed.length;
}
