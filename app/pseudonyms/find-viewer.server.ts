import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { accounts, offices, pseudonyms, sanctions } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../accounts/viewer";
import { linksOfAccount } from "./sealed-link.server";

/** Everything about an account that decides what it may do now; null when it no longer exists. */
export async function memberOf(read: Reader, accountId: number, sessionId: string, now: Date): Promise<Member | null> {
  const [account] = await read.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account) return null;
  const links = await linksOfAccount(read, accountId);
  const ids = links.map((link) => link.pseudonymId);
  const [names, held, live] = await Promise.all([
    read.select().from(pseudonyms).where(inArray(pseudonyms.id, ids)),
    read
      .select({ office: offices.office, pseudonymId: offices.pseudonymId })
      .from(offices)
      .where(and(inArray(offices.pseudonymId, ids), or(isNull(offices.until), gt(offices.until, now)))),
    read
      .select()
      .from(sanctions)
      .where(
        and(
          inArray(sanctions.pseudonymId, ids),
          isNull(sanctions.lifted),
          or(isNull(sanctions.until), gt(sanctions.until, now)),
        ),
      ),
  ]);
  const byId = new Map(names.map((name) => [name.id, name]));
  return {
    kind: "member",
    accountId,
    sessionId,
    standing: account.standing,
    younger: account.younger,
    language: account.language,
    theme: account.theme,
    slot: account.slot,
    pseudonyms: links.flatMap(({ slot, pseudonymId }) => {
      const name = byId.get(pseudonymId);
      if (!name) return [];
      const { id, leaf, state, undoUntil } = name;
      return [{ id, slot, name: name.name, leaf, state, undoUntil }];
    }),
    offices: held,
    sanctions: live.map(({ id, pseudonymId, caseId, kind, agreement, reasons, until }) => ({
      id,
      pseudonymId,
      caseId,
      kind,
      agreement,
      reasons,
      until,
    })),
  };
}
