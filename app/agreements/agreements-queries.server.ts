import { desc, lte } from "drizzle-orm";
import { agreementVersions, type Clause } from "#db/schema";
import type { Reader } from "#db/types";
import { firstAgreements } from "./first-agreements";

export type Agreements = { version: number; inForce: Date | null; clauses: Clause[] };

/** Version 1 is in the code, so that no moment is without agreements; ratified versions are in the database. */
const first: Agreements = { version: 1, inForce: null, clauses: firstAgreements };

/** The agreements in force at an hour: what was written is judged by those of its own time. */
export async function agreementsInForce(read: Reader, at: Date): Promise<Agreements> {
  const [row] = await read
    .select()
    .from(agreementVersions)
    .where(lte(agreementVersions.inForce, at))
    .orderBy(desc(agreementVersions.version))
    .limit(1);
  return row ?? first;
}

/** The clause that a conduct belongs to; "care" for what has none in that version. */
export const clauseOf = (agreements: Agreements, conduct: string): Clause =>
  agreements.clauses.find((clause) => clause.conducts.includes(conduct)) ??
  agreements.clauses.find((clause) => clause.key === "care") ??
  agreements.clauses[0]!;

/** A clause by its key, or undefined. */
export const clauseNamed = (agreements: Agreements, key: string) =>
  agreements.clauses.find((clause) => clause.key === key);
