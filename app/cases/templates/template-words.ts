/** What can stand in a template for what a decision names: the clause's title and the number of days. */
export const marks = ["clause", "days"] as const;

/** A template with what it names filled in; a mark it doesn't know stays as it stands. */
export const fill = (template: string, named: { clause: string; days: number }): string =>
  template.replace(/\{\{\s*(?<mark>clause|days)\s*\}\}/g, (_, mark: (typeof marks)[number]) => String(named[mark]));

/** The marks in a text that stand for nothing, so that a slip doesn't reach anybody; empty for a good template. */
export const unknownMarks = (template: string): string[] =>
  [...template.matchAll(/\{\{(?<mark>[^}]*)\}\}/g)]
    .map(({ groups }) => groups!.mark!.trim())
    .filter((mark) => !(marks as readonly string[]).includes(mark));
