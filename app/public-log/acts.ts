/** Every act of power that the public log can hold. Their words are in i18n `publicLog`. */
export const acts = [
  "community-founded",
  "case-decided",
  "decision-confirmed",
  "decision-withdrawn",
  "case-escalated",
  "post-hidden",
  "post-shown",
  "sanction-ended",
  "topic-closed",
  "topic-opened",
  "topic-slowed",
  "office-given",
  "office-ended",
  "space-opened",
  "space-changed",
  "setting-changed",
  "agreements-in-force",
  "gathering-seat-removed",
  "gathering-seat-muted",
  "invitation-opened",
  "details-redacted",
  "backup-restored",
  "transparency-entry-written",
  "transparency-entry-corrected",
] as const;

export type Act = (typeof acts)[number];
