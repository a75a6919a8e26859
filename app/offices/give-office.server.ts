import { eq } from "drizzle-orm";
import { pseudonyms } from "#db/schema";
import { mayGiveOffice } from "../accounts/office-permissions";
import { establishedMembers, officeHolders } from "../accounts/office-queries.server";
import type { Member, Office } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { beginOffice } from "./begin-office.server";

type Input = { pseudonymId: number; office: Office };

/**
 * Gives an office to an active pseudonym, in the open. `setCookie`: the acting session's fresh token, where somebody gives an
 * office to one of their own names. Refusals: `not-allowed`, `closed` (members elect by now), `not-found`, `already-done`,
 * `limited`.
 */
export async function giveOffice(
  site: Site,
  viewer: Member,
  { pseudonymId, office }: Input,
  now: Date,
): Promise<Outcome<{ setCookie: string | null }>> {
  const allowed = mayGiveOffice(viewer, office, await establishedMembers(site.database.read));
  if (!allowed.ok) return allowed;
  const pace = await site.limits.take("run-community", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const [name] = await tx.select().from(pseudonyms).where(eq(pseudonyms.id, pseudonymId));
    if (name?.state !== "active") return refused("not-found");
    const holders = await officeHolders(tx, now);
    if (holders.some((held) => held.office === office && held.pseudonymId === pseudonymId))
      return refused("already-done");
    const setCookie = await beginOffice(site, tx, { pseudonymId, office }, viewer, now);
    await appendToLog(tx, { act: "office-given", office: "steward", details: { office, name: name.name } }, now);
    return { ok: true, setCookie };
  });
}
