/** What can be reported. Every conduct belongs to a clause of the agreements. */
export const conducts = [
  "outing",
  "threat",
  "sexual-harassment",
  "pile-on",
  "slur",
  "impersonation",
  "pressure-to-disclose",
  "mining-stories",
  "intimate-image",
  "child-material",
  "exploitation",
  "danger-to-life",
  "contact-after-block",
  "false-reporting",
  "other",
] as const;

export type Conduct = (typeof conducts)[number];
export type Severity = "urgent" | "ordinary";

const urgent: readonly Conduct[] = [
  "outing",
  "threat",
  "intimate-image",
  "child-material",
  "exploitation",
  "danger-to-life",
];

export const isConduct = (text: unknown): text is Conduct => conducts.includes(text as Conduct);

/** Urgent conduct is decided within 24 hours and is never refused by a limit. */
export const severityOf = (conduct: Conduct): Severity => (urgent.includes(conduct) ? "urgent" : "ordinary");

/** Where somebody may be in danger outside this place as well: reporter and moderator are shown whom to turn to. */
const beyondHere: readonly Conduct[] = ["danger-to-life", "child-material", "exploitation"];

export const needsHelpOutside = (conduct: Conduct): boolean => beyondHere.includes(conduct);

/** From gravest to least: a case is listed under the gravest conduct that was reported in it. */
const gravity: readonly Conduct[] = [
  "danger-to-life",
  "child-material",
  "exploitation",
  "outing",
  "threat",
  "intimate-image",
  "sexual-harassment",
  "pile-on",
  "contact-after-block",
  "pressure-to-disclose",
  "slur",
  "impersonation",
  "mining-stories",
  "false-reporting",
  "other",
];

export const gravest = (a: Conduct, b: Conduct): Conduct => (gravity.indexOf(a) <= gravity.indexOf(b) ? a : b);
