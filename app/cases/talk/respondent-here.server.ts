import type { Reader } from "#db/types";
import { accountBehind } from "../../pseudonyms/sealed-link.server";

/** Whether the one a case is about is still here to be asked. */
export const respondentIsHere = async (read: Reader, { respondentPseudonymId }: { respondentPseudonymId: number }) =>
  (await accountBehind(read, respondentPseudonymId)) !== null;
