import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { accounts, offices, pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";

/** How many established members there are. */
export const establishedMembers = (read: Reader) => read.$count(accounts, eq(accounts.standing, "established"));

/** Who holds which office now, by name: offices are public. */
export const officeHolders = (read: Reader, now: Date) =>
  read
    .select({ office: offices.office, pseudonymId: pseudonyms.id, name: pseudonyms.name, leaf: pseudonyms.leaf })
    .from(offices)
    .innerJoin(pseudonyms, eq(pseudonyms.id, offices.pseudonymId))
    .where(or(isNull(offices.until), gt(offices.until, now)))
    .orderBy(asc(offices.office), asc(pseudonyms.name));

/** Of some names those that hold an office which nobody else holds, under any name. Answers with the name and the office. */
export async function heldAlone(read: Reader, pseudonymIds: number[], now: Date) {
  const holders = await officeHolders(read, now);
  return holders.filter(
    ({ office, pseudonymId }) =>
      pseudonymIds.includes(pseudonymId) && holders.filter((held) => held.office === office).length === 1,
  );
}

/** The offices that one pseudonym holds now. */
export const officesOf = (read: Reader, pseudonymId: number, now: Date) =>
  read
    .select({ office: offices.office })
    .from(offices)
    .where(and(eq(offices.pseudonymId, pseudonymId), or(isNull(offices.until), gt(offices.until, now))))
    .orderBy(asc(offices.office));
