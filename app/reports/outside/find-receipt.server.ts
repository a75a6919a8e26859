import { and, desc, eq } from "drizzle-orm";
import { cases, decisions, outsideReports } from "#db/schema";
import type { Reader } from "#db/types";
import { type Conduct, isConduct } from "../../agreements/conducts";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { hashOfTyped } from "./receipt-code.server";
import { openAnswer } from "./sealed-words.server";

/** How far it is: waiting, taken up as a case, or over. `taken`: what a case decided, without saying anything of a person. */
export type Receipt = {
  conduct: Conduct;
  filed: Date;
  status: "waiting" | "in-case" | "decided" | "answered";
  decideBy: Date | null;
  late: boolean;
  /** How often it went to somebody else because nobody answered in time. */
  timesPassed: number;
  answer: string;
  removed: boolean;
};

/**
 * What somebody who isn't a member filed, by the code they were given. It says what became of it, and nothing that they
 * wrote: whoever finds the code learns no more than that. Refusals: `receipt-unknown`, `limited`.
 */
export async function findReceipt(
  site: Site,
  { code, network }: { code: string; network: string },
  now: Date,
): Promise<Outcome<{ receipt: Receipt }>> {
  const pace = await site.limits.take("open-receipt", { network }, now);
  if (!pace.ok) return pace;
  const hash = hashOfTyped(code);
  const { read } = site.database;
  const [found] = hash ? await read.select().from(outsideReports).where(eq(outsideReports.codeHash, hash)) : [];
  if (!found || !isConduct(found.conduct)) return refused("receipt-unknown");
  const inCase = found.caseId === null ? null : await readCase(read, found.caseId);
  const { conduct, filed, state } = found;
  const decideBy = inCase ? inCase.decideBy : found.decideBy;
  return {
    ok: true,
    receipt: {
      conduct,
      filed,
      status: state === "open" ? "waiting" : state === "in-case" && inCase?.decided ? "decided" : state,
      decideBy,
      timesPassed: state === "open" ? found.timesPassed : 0,
      late: decideBy !== null && decideBy <= now,
      answer: openAnswer(found.id, found.sealedAnswer),
      removed: inCase?.removed ?? false,
    },
  };
}

/** How far a case is: its deadline, and whether it came to a decision that took the post away. */
async function readCase(read: Reader, caseId: number) {
  const [row] = await read
    .select({ decideBy: cases.decideBy, removesPost: decisions.removesPost })
    .from(cases)
    .leftJoin(decisions, and(eq(decisions.caseId, cases.id), eq(decisions.state, "in-force")))
    .where(eq(cases.id, caseId))
    .orderBy(desc(decisions.decided))
    .limit(1);
  if (!row) return null;
  return { decideBy: row.decideBy, decided: row.removesPost !== null, removed: row.removesPost === 1 };
}
