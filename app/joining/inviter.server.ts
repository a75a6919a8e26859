import { and, eq, inArray, isNull } from "drizzle-orm";
import { offices } from "#db/schema";
import type { Reader } from "#db/types";
import { linksOfAccount } from "../pseudonyms/sealed-link.server";

/** Whether an account keeps the server running, through any of its names: its invitees begin branches of their own. */
export async function holdsStewardship(read: Reader, accountId: number): Promise<boolean> {
  const links = await linksOfAccount(read, accountId);
  if (!links.length) return false;
  const ids = links.map((link) => link.pseudonymId);
  const [held] = await read
    .select({ id: offices.id })
    .from(offices)
    .where(and(inArray(offices.pseudonymId, ids), eq(offices.office, "steward"), isNull(offices.until)));
  return held !== undefined;
}
