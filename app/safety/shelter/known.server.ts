import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { circleMembers } from "#db/schema";
import type { Reader } from "#db/types";
import { plus } from "../../platform/time";
import { KNOWN_AFTER, namesMet } from "../pile-on/strangers.server";
import type { Shelter } from "./permissions";

const theirs = alias(circleMembers, "theirs");

/**
 * Whether a sheltered name knows another: they had an exchange well before it began, they share a circle, or it reads for
 * them. Names are compared and not accounts: otherwise whose reply isn't folded would tell whose name it is.
 */
export async function knows(
  read: Reader,
  { pseudonymId, began, readerPseudonymId, reader }: Shelter,
  other: number,
): Promise<boolean> {
  if (reader === "reading" && readerPseudonymId === other) return true;
  if ((await namesMet(read, pseudonymId, [other], plus(began, -KNOWN_AFTER))).size) return true;
  const [shared] = await read
    .select({ id: circleMembers.spaceId })
    .from(circleMembers)
    .innerJoin(theirs, eq(theirs.spaceId, circleMembers.spaceId))
    .where(
      and(
        eq(circleMembers.pseudonymId, pseudonymId),
        eq(circleMembers.state, "in"),
        eq(theirs.pseudonymId, other),
        eq(theirs.state, "in"),
      ),
    )
    .limit(1);
  return shared !== undefined;
}
