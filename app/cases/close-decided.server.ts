import { and, eq, lte } from "drizzle-orm";
import { cases, decisions } from "#db/schema";
import { plus } from "../platform/time";
import type { Site } from "../site/site";
import { appendCaseEntry } from "./append-case-entry.server";
import { APPEAL_WINDOW } from "./deadlines";
import { moveCase } from "./move-case.server";
import { forgetTalkOfLeft } from "./talk/forget-talk.server";

/** Closes what was decided and can no longer be appealed: from then on its sealed copies have 90 days. Answers with how many. */
export async function closeDecided(site: Site, now: Date): Promise<number> {
  const over = await site.database.read
    .selectDistinct({ id: cases.id })
    .from(cases)
    .innerJoin(decisions, eq(decisions.caseId, cases.id))
    .where(
      and(
        eq(cases.state, "decided"),
        eq(decisions.state, "in-force"),
        lte(decisions.decided, plus(now, -APPEAL_WINDOW)),
      ),
    );
  for (const { id } of over) {
    await site.database.transaction(async (tx) => {
      const [found] = await tx
        .select()
        .from(cases)
        .where(and(eq(cases.id, id), eq(cases.state, "decided")));
      if (!found) return;
      await moveCase(tx, found, "closed", { closed: now });
      await appendCaseEntry(tx, id, { kind: "closed" }, now);
      await forgetTalkOfLeft(tx, found);
    });
  }
  return over.length;
}
