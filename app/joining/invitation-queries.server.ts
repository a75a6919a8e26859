import { and, asc, eq, gt } from "drizzle-orm";
import { invitations } from "#db/schema";
import type { Reader } from "#db/types";
import { toLink } from "../platform/ids";
import { fingerprint, sha256 } from "../platform/keys.server";
import { type Outcome, refused } from "../platform/outcome";

/** Characters of a code: 132 bits of the keyed fingerprint. */
const LENGTH = 22;

/**
 * The code in an invitation's link. It is made from the row's id and the server's key, so that its owner can see the link
 * again and the database, which holds only its SHA-256, can't give it away.
 */
export const codeOf = (invitationId: number) => fingerprint("invitation", toLink(invitationId)).slice(0, LENGTH);

/** What is stored of a code. */
export const codeHashOf = (code: string) => sha256(`invitation:${code}`);

/** `inviter`: the account that opened it; for branches and edges, never for showing. */
export type Invitation = { id: number; kind: "member" | "founding"; codeHash: string; inviter: number | null };

/** The invitation in a link: `invitation-unknown` when there's none, `invitation-gone` when it's used or past its day. */
export async function findInvitation(
  read: Reader,
  code: string,
  now: Date,
): Promise<Outcome<{ invitation: Invitation }>> {
  if (code.length !== LENGTH) return refused("invitation-unknown");
  const [row] = await read
    .select()
    .from(invitations)
    .where(eq(invitations.codeHash, codeHashOf(code)));
  if (!row) return refused("invitation-unknown");
  if (row.used || row.expires <= now) return refused("invitation-gone");
  return {
    ok: true,
    invitation: { id: row.id, kind: row.kind, codeHash: row.codeHash, inviter: row.inviterAccountId },
  };
}

/** A member's own invitations that can still be used, soonest to end first, with their links' codes. */
export async function openInvitationsOf(read: Reader, accountId: number, now: Date) {
  const rows = await read
    .select({ id: invitations.id, label: invitations.label, expires: invitations.expires })
    .from(invitations)
    .where(and(eq(invitations.inviterAccountId, accountId), eq(invitations.used, false), gt(invitations.expires, now)))
    .orderBy(asc(invitations.expires), asc(invitations.id));
  return rows.map((row) => ({ ...row, code: codeOf(row.id) }));
}
