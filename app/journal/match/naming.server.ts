import { fingerprint, seal, sealUnder, unseal, unsealUnder } from "../../platform/keys.server";

/** How many organisations one account may have named at a time, those that led to others included. */
export const PLACES = 5;

/** By which an account finds again what it named: one for each of its places. Without the server's key nobody can tell whose. */
export const placesOf = (accountId: number): string[] =>
  Array.from({ length: PLACES }, (_, i) => fingerprint("naming-owner", `${accountId}:${i + 1}`));

/** By which equal names meet. `name`: in the form of `organisationName`. */
export const organisationMark = (name: string) => fingerprint("organisation", name);

/** That an account's naming of an organisation led to others. For `spendOnce`. */
export const spentNaming = (accountId: number, organisation: string) => `${accountId}:${organisation}`;

/** Closes the account behind the row of this id under the server's key. */
export const sealAccount = (id: number, accountId: number) => seal("naming", String(accountId), String(id));

/** Which account is behind a row. */
export const accountIn = ({ id, sealed }: { id: number; sealed: Uint8Array }) =>
  Number(unseal("naming", sealed, String(id)));

/** One size for every name: 120 letters of four bytes fit. */
const SIZE = 512;

/** Closes the name under the key of its owner's account, in one of their places. */
export const sealName = (key: Buffer, owner: string, name: string) =>
  sealUnder(key, Buffer.from(name), `naming:${owner}`, () => SIZE);

/** Throws when it was altered, moved to another place, or closed under another key. */
export const openName = (key: Buffer, { owner, name }: { owner: string; name: Uint8Array }) =>
  unsealUnder(key, name, `naming:${owner}`).toString();
