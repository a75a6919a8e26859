import { and, asc, eq, inArray, ne, or } from "drizzle-orm";
import { blocks, pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member, Viewer } from "../accounts/viewer";
import { accountBehind, linksOfAccount } from "../pseudonyms/sealed-link.server";

/** How the viewer has turned away from a name: a block outweighs a mute. */
export type Turned = "block" | "mute";

/** Which of these names the viewer has blocked or muted. Siblings of a blocked name are not among them. */
export async function turnedFrom(read: Reader, viewer: Viewer, pseudonymIds: number[]): Promise<Map<number, Turned>> {
  if (viewer.kind === "guest" || !pseudonymIds.length) return new Map();
  const rows = await read
    .select({ pseudonymId: blocks.pseudonymId, kind: blocks.kind })
    .from(blocks)
    .where(and(eq(blocks.ownerAccountId, viewer.accountId), inArray(blocks.pseudonymId, [...new Set(pseudonymIds)])));
  const turned = new Map<number, Turned>();
  for (const row of rows)
    if (row.kind === "block" || !turned.has(row.pseudonymId)) turned.set(row.pseudonymId, row.kind);
  return turned;
}

/** Every name that the viewer has blocked or muted, how, and since when (to the kept granularity, an hour or more). */
export async function allTurnedFrom(read: Reader, viewer: Member) {
  return read
    .select({ pseudonymId: blocks.pseudonymId, kind: blocks.kind, since: blocks.since })
    .from(blocks)
    .where(eq(blocks.ownerAccountId, viewer.accountId));
}

/** Pseudonyms that must hear nothing of somebody: `of` them at all, or `calls` (mentions, replies, messages) only. */
export type Deaf = { of: Set<number>; calls: Set<number> };

/**
 * Who must not be told of what a name writes. A block silences what the name does, and the calls of its siblings;
 * a mute silences the name alone. The answer decides and is never shown: it tells which names belong together.
 */
export async function deafTo(read: Reader, pseudonymId: number): Promise<Deaf> {
  const accountId = await accountBehind(read, pseudonymId);
  const siblings = accountId === null ? [] : (await linksOfAccount(read, accountId)).map((link) => link.pseudonymId);
  const rows = await read
    .select({ owner: blocks.ownerAccountId, pseudonymId: blocks.pseudonymId })
    .from(blocks)
    .where(
      or(eq(blocks.pseudonymId, pseudonymId), and(inArray(blocks.pseudonymId, siblings), eq(blocks.kind, "block"))),
    );
  const deaf: Deaf = { of: new Set(), calls: new Set() };
  const own = new Map<number, number[]>();
  for (const { owner, pseudonymId: turnedFromId } of rows) {
    if (!own.has(owner))
      own.set(
        owner,
        (await linksOfAccount(read, owner)).map((link) => link.pseudonymId),
      );
    for (const id of own.get(owner)!) {
      deaf.calls.add(id);
      if (turnedFromId === pseudonymId) deaf.of.add(id);
    }
  }
  // Nobody is told of what they do themselves under another name.
  for (const id of siblings) deaf.of.add(id).add(pseudonymId);
  return deaf;
}

/** Every name that the viewer has blocked or muted, by name. A name that has left for good or was burned isn't listed. */
export async function listTurnedFrom(read: Reader, viewer: Member) {
  return read
    .select({ pseudonymId: blocks.pseudonymId, kind: blocks.kind, name: pseudonyms.name, leaf: pseudonyms.leaf })
    .from(blocks)
    .innerJoin(pseudonyms, eq(pseudonyms.id, blocks.pseudonymId))
    .where(and(eq(blocks.ownerAccountId, viewer.accountId), ne(pseudonyms.state, "burned")))
    .orderBy(asc(pseudonyms.name), asc(blocks.kind));
}
