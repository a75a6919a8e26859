import type { Member } from "../accounts/viewer";
import type { Outcome } from "../platform/outcome";
import { answerAsReader } from "../safety/shelter/answer-as-reader.server";
import type { Site } from "../site/site";
import { dealMineAnew } from "./declare-tie.server";

/** Answers whoever asked the viewer to read for them in shelter. What was dealt to the viewer before is dealt anew: of that name's cases nothing is left to them. */
export async function readFor(
  site: Site,
  viewer: Member,
  input: { pseudonymId: number; accept: boolean },
  now: Date,
): Promise<Outcome> {
  const pace = await site.limits.take("sort-held", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx): Promise<Outcome> => {
    const answered = await answerAsReader(tx, viewer, input, now);
    if (!answered.ok) return answered;
    if (input.accept) for (const { pseudonymId } of viewer.offices) await dealMineAnew(tx, pseudonymId, now);
    return { ok: true };
  });
}
