import { eq, inArray } from "drizzle-orm";
import { pseudonymLinks } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { fingerprint, seal, unseal } from "../platform/keys.server";

/** The most pseudonyms an account may hold. */
export const SLOTS = 5;

export type Link = { accountId: number; slot: number; pseudonymId: number };

const lookupOf = (accountId: number, slot: number) => fingerprint("pseudonym-lookup", `account:${accountId}:${slot}`);
const pseudonymLookupOf = (pseudonymId: number) => fingerprint("pseudonym-lookup", `pseudonym:${pseudonymId}`);

const open = (sealed: Uint8Array): Link => {
  const [accountId, slot, pseudonymId] = JSON.parse(unseal("pseudonym-link", sealed)) as [number, number, number];
  return { accountId, slot, pseudonymId };
};

/** Ties a new pseudonym to its account. Throws when the slot is taken. */
export async function sealLink(tx: Tx, link: Link): Promise<void> {
  await tx.insert(pseudonymLinks).values({
    lookup: lookupOf(link.accountId, link.slot),
    pseudonymLookup: pseudonymLookupOf(link.pseudonymId),
    sealed: seal("pseudonym-link", JSON.stringify([link.accountId, link.slot, link.pseudonymId])),
  });
}

/** Cuts every name of an account loose, for good: from then on nothing tells whose they were, or that they belonged together. */
export async function cutLinks(tx: Tx, accountId: number): Promise<void> {
  const lookups = Array.from({ length: SLOTS }, (_, i) => lookupOf(accountId, i + 1));
  await tx.delete(pseudonymLinks).where(inArray(pseudonymLinks.lookup, lookups));
}

/** The pseudonyms of an account by slot. For the account itself, and for rules that bind whole accounts: never for showing to anybody else. */
export async function linksOfAccount(read: Reader, accountId: number): Promise<Link[]> {
  const lookups = Array.from({ length: SLOTS }, (_, i) => lookupOf(accountId, i + 1));
  const rows = await read.select().from(pseudonymLinks).where(inArray(pseudonymLinks.lookup, lookups));
  return rows.map((row) => open(row.sealed)).sort((a, b) => a.slot - b.slot);
}

/** The pseudonyms of many accounts, at most 1,000 of them, in no order. Under the same rule as `linksOfAccount`. */
export async function linksOfAccounts(read: Reader, accountIds: number[]): Promise<Link[]> {
  if (!accountIds.length) return [];
  const lookups = accountIds.flatMap((id) => Array.from({ length: SLOTS }, (_, i) => lookupOf(id, i + 1)));
  const rows = await read.select().from(pseudonymLinks).where(inArray(pseudonymLinks.lookup, lookups));
  return rows.map((row) => open(row.sealed));
}

/** The account behind a pseudonym, or null when it has left. The answer may decide, and must never be shown or stored beside the pseudonym. */
export async function accountBehind(read: Reader, pseudonymId: number): Promise<number | null> {
  const [row] = await read
    .select()
    .from(pseudonymLinks)
    .where(eq(pseudonymLinks.pseudonymLookup, pseudonymLookupOf(pseudonymId)));
  return row ? open(row.sealed).accountId : null;
}

/** The accounts behind many pseudonyms. */
export async function accountsBehind(read: Reader, pseudonymIds: number[]): Promise<Map<number, number>> {
  if (!pseudonymIds.length) return new Map();
  const lookups = [...new Set(pseudonymIds)].map(pseudonymLookupOf);
  const rows = await read.select().from(pseudonymLinks).where(inArray(pseudonymLinks.pseudonymLookup, lookups));
  return new Map(rows.map((row) => open(row.sealed)).map((link) => [link.pseudonymId, link.accountId]));
}
