/** The content notes that a community begins with. They have words in every language of the site. */
export const firstNotes = [
  "violence",
  "sexual violence",
  "police",
  "children",
  "self-harm",
  "drugs",
  "court",
  "family",
] as const;
export type FirstNote = (typeof firstNotes)[number];
