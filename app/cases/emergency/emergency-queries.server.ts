import { and, asc, eq } from "drizzle-orm";
import { emergencies, posts } from "#db/schema";
import type { Reader } from "#db/types";
import { accountBehind } from "../../pseudonyms/sealed-link.server";
import type { Case } from "../find-handler.server";
import { respondentIsHere } from "../respondent.server";
import { canAgree, type EmergencyKind, isUndecided, offeredAtOnce } from "./rules";

export const emergenciesOf = (read: Reader, caseId: number) =>
  read.select().from(emergencies).where(eq(emergencies.caseId, caseId)).orderBy(asc(emergencies.kind));

/** What was done at once in a case, and what this handler can still do or agree to. */
export async function readEmergencies(read: Reader, found: Case, accountId: number) {
  const rows = await emergenciesOf(read, found.id);
  const undecided = isUndecided(found.state);
  const done = await Promise.all(
    rows.map(async ({ id, kind, state, until, moderatorPseudonymId }) => {
      const didIt = (await accountBehind(read, moderatorPseudonymId)) === accountId;
      return { id, kind, state, until, agree: canAgree({ kind, state }, { undecided, didIt }), mine: didIt };
    }),
  );
  return { done, offered: undecided ? await offeredIn(read, found, done) : [] };
}

/** What can be done at once in this case now. */
export async function offeredIn(
  read: Reader,
  found: Case,
  earlier: Awaited<ReturnType<typeof emergenciesOf>> | Done[],
) {
  const [post] =
    found.subjectKind === "post"
      ? await read.select({ state: posts.state }).from(posts).where(eq(posts.id, found.subjectId))
      : [];
  const respondentLeft = !(await respondentIsHere(read, found));
  return offeredAtOnce({ subjectKind: found.subjectKind, respondentLeft, visible: post?.state === "visible" }, earlier);
}

type Done = { kind: EmergencyKind; state: "standing" | "confirmed" | "over" };

/** The mute that holds in a case before it is decided, for the member it binds; null where there's none. */
export async function standingMute(read: Reader, caseId: number) {
  const [row] = await read
    .select({ state: emergencies.state, until: emergencies.until, sanctionId: emergencies.sanctionId })
    .from(emergencies)
    .where(and(eq(emergencies.caseId, caseId), eq(emergencies.kind, "mute")));
  return row ?? null;
}
