import { and, eq } from "drizzle-orm";
import { offices } from "#db/schema";
import { type Outcome, refused } from "../platform/outcome";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { mayEndOffice } from "./office-permissions";
import { establishedMembers, officeHolders } from "./office-queries.server";
import { asName, holds, type Member, type Office, owns } from "./viewer";

type Input = { pseudonymId: number; office: Office };

/** Ends an office before its time, or lays one's own down. Refusals: `not-found`, `not-allowed`, `closed`, `last-steward`, `limited`. */
export async function endOffice(
  site: Site,
  viewer: Member,
  { pseudonymId, office }: Input,
  now: Date,
): Promise<Outcome> {
  const pace = await site.limits.take("run-community", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const same = (await officeHolders(tx, now)).filter((held) => held.office === office);
    const held = same.find((one) => one.pseudonymId === pseudonymId);
    const own = owns(viewer, pseudonymId);
    const allowed = mayEndOffice(viewer, { office, own, holders: same.length }, await establishedMembers(tx));
    // Who may end no office at all learns nothing of who holds one; offices are public, so this is only tidy.
    if (!allowed.ok && allowed.reason === "not-allowed") return allowed;
    if (!held) return refused("not-found");
    if (!allowed.ok) return allowed;
    await tx.delete(offices).where(and(eq(offices.pseudonymId, pseudonymId), eq(offices.office, office)));
    // As that name alone would have laid it down: the log is public, and a sibling's office isn't its own.
    const by = own && !holds(asName(viewer, pseudonymId), "steward") ? "members" : "steward";
    await appendToLog(tx, { act: "office-ended", office: by, details: { office, name: held.name } }, now);
    return { ok: true };
  });
}
