import type { Reader } from "#db/types";
import { accountBehind } from "../pseudonyms/sealed-link.server";

type About = { respondentPseudonymId: number | null };

/** The account of the one a case is about: for comparing and telling, never for showing. Null once they have left, and where nobody is named. */
export const respondentAccount = async (read: Reader, { respondentPseudonymId }: About): Promise<number | null> =>
  respondentPseudonymId === null ? null : accountBehind(read, respondentPseudonymId);

/** Whether the one a case is about is still here to be asked. */
export const respondentIsHere = async (read: Reader, about: About) => (await respondentAccount(read, about)) !== null;

/** To whom a tie is declared in a case: where it names nobody alone, to the member at whom many came, or to the thing itself. */
export const aboutWhom = ({ respondentPseudonymId, subjectId }: About & { subjectId: number }) =>
  respondentPseudonymId ?? subjectId;
