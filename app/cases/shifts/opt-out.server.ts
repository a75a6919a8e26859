import { eq } from "drizzle-orm";
import { conductOptOuts } from "#db/schema";
import type { Member } from "../../accounts/viewer";
import type { Conduct } from "../../agreements/conducts";
import type { Outcome } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { arrange } from "./arrange.server";
import { dealOn } from "./deal-on.server";

/**
 * Says which conduct one of the viewer's names would rather not decide, in place of what was said before. Open cases of
 * such conduct that the name has go to others, as far as there are others.
 */
export const optOut = (
  site: Site,
  viewer: Member,
  { slot, conducts }: { slot: number; conducts: Conduct[] },
  now: Date,
): Promise<Outcome> =>
  arrange(site, viewer, slot, now, async (tx, { pseudonymId }) => {
    const wished = [...new Set(conducts)];
    await tx.delete(conductOptOuts).where(eq(conductOptOuts.pseudonymId, pseudonymId));
    if (wished.length) await tx.insert(conductOptOuts).values(wished.map((conduct) => ({ pseudonymId, conduct })));
    await dealOn(site, tx, pseudonymId, { only: wished }, now);
    return { ok: true };
  });
