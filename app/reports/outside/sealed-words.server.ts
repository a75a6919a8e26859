import { seal, unseal } from "../../platform/keys.server";

/** What somebody who isn't a member told: where, and what. */
export type Told = { place: string; words: string };

const told = (id: number) => `told ${id}`;
const answered = (id: number) => `answer ${id}`;

export const sealTold = (id: number, { place, words }: Told) =>
  seal("outside-report", JSON.stringify({ place, words }), told(id));

/** Throws where it was tampered with. */
export const openTold = (id: number, sealed: Uint8Array): Told =>
  JSON.parse(unseal("outside-report", sealed, told(id))) as Told;

export const sealAnswer = (id: number, words: string) => seal("outside-report", words, answered(id));

export const openAnswer = (id: number, sealed: Uint8Array | null): string =>
  sealed === null ? "" : unseal("outside-report", sealed, answered(id));
