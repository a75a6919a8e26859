import type { Conduct } from "../agreements/conducts";
import type { ImageKind } from "../safety/images/image-kinds";

export type SubjectKind = "post" | "pseudonym" | "gathering-message" | "elsewhere";

/** What the sealed copy holds: all that a decision may need, even when the thing itself is gone. */
export type SealedCopy = {
  /** The name under which it was said. */
  author: string;
  /** Said under a mask: nothing may lead from the case to the pseudonym behind it. */
  masked: boolean;
  /** Where it was said, in words: a topic's or gathering's title; empty for a pseudonym. */
  place: string;
  /** As written; empty where it had been removed before it was reported, and for a pseudonym. */
  text: string;
  /** What it answered, as far as others could see it; empty where it answered nothing. */
  answered: string;
  contentNotes: string[];
  /** Its state when it was reported, e.g. `visible`, `removed-by-author`; `elsewhere` for what nobody here has seen. */
  state: string;
  /** Of what happened elsewhere: the day as its reporter gave it (`2026-05-04`), and the image they sent along. */
  day?: string;
  image?: SealedImage;
};

/** An image inside a sealed copy; `data` is its bytes in base64. */
export type SealedImage = { kind: ImageKind; width: number; height: number; data: string };

/** A thing that its reader wants to report, handed over by the room that owns it, which has checked that they can see it. */
export type ReportedItem = {
  kind: SubjectKind;
  subjectId: number;
  /** Null where nobody here is named. */
  respondentPseudonymId: number | null;
  /** When it was written, to the hour: it is judged by the agreements of that time. */
  written: Date;
  copy: SealedCopy;
  /** Posts that show it, where a name is reported for several of them together. */
  further?: SealedCopy[];
  /** Where its reader sees it: the way back. */
  address: string;
  /** Where its reader could answer instead; null where they couldn't. */
  answerAddress: string | null;
};

/** What opening or joining a case needs to know of a report. */
export type Filing = {
  item: ReportedItem;
  conduct: Conduct;
  /** Null for somebody who isn't a member. */
  reporterAccountId: number | null;
};

/** A report as it was written into its case. `setsAside`: from now on the case is with stewards alone. */
export type Filed = {
  caseId: number;
  opened: boolean;
  alias: number;
  hidden: boolean;
  setsAside: boolean;
  overLimit: boolean;
  /** The handler's name that brought it in for somebody who isn't a member. */
  broughtBy?: number;
};

/** The alias of everybody in a case who isn't a member. */
export const OUTSIDER = 0;

/** The image in a sealed copy, as it is served; null where there is none. */
export const imageOf = (copy: SealedCopy | undefined): { kind: ImageKind; bytes: Uint8Array } | null =>
  copy?.image
    ? { kind: copy.image.kind, bytes: Uint8Array.from(atob(copy.image.data), (sign) => sign.charCodeAt(0)) }
    : null;
