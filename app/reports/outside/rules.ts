import { type Conduct, conducts, severityOf } from "../../agreements/conducts";
import { HOUR, plus } from "../../platform/time";

/** What can be asked to be taken down by anybody, without cost and within 48 hours. */
export const takedowns = ["intimate-image", "child-material"] as const satisfies Conduct[];
export type Takedown = (typeof takedowns)[number];

export const isTakedown = (conduct: string): conduct is Takedown => (takedowns as readonly string[]).includes(conduct);

/** What somebody who isn't a member can report; what is to be taken down has a form of its own. */
export const outsideConducts = conducts.filter((conduct) => !isTakedown(conduct));

/** Stewards alone see these, and no moderator. */
export const isForStewards = (conduct: string): boolean => conduct === "child-material";

/** What the public log calls it. */
export const kindOf = (conduct: string) => (isTakedown(conduct) ? "outside-takedown" : "outside-report");

/** The longest that anything from outside is given to be answered. */
export const LONGEST = 72 * HOUR;

/** Until when what is filed now is answered. */
export const answerBy = (conduct: Conduct, now: Date): Date => plus(now, isTakedown(conduct) ? 48 * HOUR : LONGEST);

type Queued = { conduct: Conduct; decideBy: Date | null };

const rank = ({ conduct }: Queued) => (isTakedown(conduct) ? 0 : severityOf(conduct) === "urgent" ? 1 : 2);

/** What is to be taken down first, then what is urgent, then what is due soonest. */
export const inOutsideOrder = <Q extends Queued>(queue: Q[]): Q[] =>
  [...queue].sort((a, b) => rank(a) - rank(b) || (a.decideBy?.getTime() ?? 0) - (b.decideBy?.getTime() ?? 0));
