import type { ReportedItem, SealedImage } from "../item";

/** What somebody tells of something that happened off this site. `day`: `2026-05-04`, or empty. */
type Told = { subjectId: number; words: string; place: string; day?: string; image?: SealedImage };

/** Whom of this place it is said to be by, if anybody. */
type Named = { pseudonymId: number; name: string } | null;

/** What happened elsewhere as a thing to report. Nobody here has seen it: the copy is what was told. `written`: whose agreements and blocks count. */
export const elsewhereItem = (
  { subjectId, words, place, day = "", image }: Told,
  named: Named,
  written: Date,
): ReportedItem => ({
  kind: "elsewhere",
  subjectId,
  respondentPseudonymId: named?.pseudonymId ?? null,
  written,
  copy: {
    author: named?.name ?? "",
    masked: false,
    place,
    text: words,
    answered: "",
    contentNotes: [],
    state: "elsewhere",
    ...(day ? { day } : {}),
    ...(image ? { image } : {}),
  },
  address: "/reports",
  answerAddress: null,
});

/** What was told in one text, as a report keeps it: where and when in front. */
export const toldInWords = ({ place, day = "", words }: { place: string; day?: string; words: string }) =>
  [place, day, words].filter(Boolean).join("\n\n");
