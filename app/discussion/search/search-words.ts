import { tidyLine } from "../text/tidy-text";

/** Longer than any question; the rest is left unread. */
export const LONGEST_QUESTION = 200;
const MOST_WORDS = 8;
/** From this length on, a word also finds those that begin with it. */
const PREFIX_FROM = 3;

/** The words of a question: letters and digits only, so that nothing an index takes for a command is left. Each at most once. */
export function searchWords(asked: string): string[] {
  const words =
    tidyLine(asked.slice(0, LONGEST_QUESTION))
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  return [...new Set(words)].slice(0, MOST_WORDS);
}

const begins = (word: string) => word.length >= PREFIX_FROM;

/** The words as FTS5 reads them: each quoted, all needed. */
export const ftsQuery = (words: string[]) => words.map((word) => `"${word}"${begins(word) ? "*" : ""}`).join(" AND ");

/** The words as `to_tsquery` reads them: all needed. */
export const tsQuery = (words: string[]) => words.map((word) => (begins(word) ? `${word}:*` : word)).join(" & ");
