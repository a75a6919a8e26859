import { and, asc, eq, inArray } from "drizzle-orm";
import { caseMessages, cases, reports } from "#db/schema";
import { findMyTalk, findStatement } from "../../cases/talk/talk-queries.server";
import { dayOf, source, type Taker } from "./taker.server";

type Exchange = { side: "reporter" | "respondent"; id: number };

/** The taker's reports about which they were asked: the account's, so only in an archive of all names. */
async function asReporter({ read, viewer }: Taker): Promise<Exchange[]> {
  const mine = and(eq(caseMessages.caseId, reports.caseId), eq(caseMessages.alias, reports.alias));
  const rows = await read
    .selectDistinct({ id: reports.id })
    .from(reports)
    .innerJoin(caseMessages, and(mine, eq(caseMessages.side, "reporter")))
    .where(eq(reports.reporterAccountId, viewer.accountId))
    .orderBy(asc(reports.id));
  return rows.map(({ id }) => ({ side: "reporter", id }));
}

/** The cases in which one of the names was asked to say how they see it. */
async function asRespondent({ read, ids }: Taker): Promise<Exchange[]> {
  const rows = await read
    .selectDistinct({ id: cases.id })
    .from(cases)
    .innerJoin(caseMessages, and(eq(caseMessages.caseId, cases.id), eq(caseMessages.side, "respondent")))
    .where(inArray(cases.respondentPseudonymId, ids))
    .orderBy(asc(cases.id));
  return rows.map(({ id }) => ({ side: "respondent", id }));
}

export const talkSource = source<"talk">()(
  async (taker) => [...(taker.whole ? await asReporter(taker) : []), ...(await asRespondent(taker))],
  async ({ read, viewer }, exchanges) => {
    const told = [];
    for (const { side, id } of exchanges) {
      const statement = side === "respondent" ? await findStatement(read, viewer, id) : null;
      const found = statement ?? (side === "reporter" ? await findMyTalk(read, viewer, id) : null);
      const name = statement?.name ?? null;
      for (const { kind, at, words } of found?.said ?? [])
        told.push({ side, name, mine: kind === "answer", day: dayOf(at), words });
    }
    return told;
  },
);
