import { z } from "zod";
import { LONGEST_TEXT, tidyLine, tidyText } from "./text/tidy-text";

/** A headline that fits two lines of a phone, thrice over. */
export const LONGEST_TITLE = 150;
export const LONGEST_NOTE = 60;
export const MOST_NOTES = 8;

const line = (longest: number) =>
  z
    .string({ error: "missing" })
    .max(longest * 4, "too-long")
    .transform(tidyLine)
    .pipe(z.string().max(longest, "too-long"));

const body = z
  .string({ error: "missing" })
  // Tidying makes a text shorter; what is far too long isn't even tidied.
  .max(LONGEST_TEXT * 2, "too-long")
  .transform(tidyText)
  .pipe(z.string().min(1, "missing").max(LONGEST_TEXT, "too-long"));

const contentNotes = z
  .array(z.string().max(LONGEST_NOTE * 4))
  .max(40)
  .default([]);
const ownNote = line(LONGEST_NOTE).default("");
const storyLabel = z.enum(["closed", "ask", "open"]).default("ask");
const slot = z.coerce.number().int().min(1).max(5).optional();

/** In every form that writes: under which name, and what makes a second press of the same button harmless. */
const speaking = {
  slot,
  /** The slot that the writer was asked about, since they speak here under another. */
  sureSlot: slot,
  /** Random, made with the page. */
  once: z.string().max(40).optional(),
  /** Which kept draft the words began from. */
  draftMark: z.string().max(40).optional(),
};

/** The notes of a list and one in own words, each once. */
export const notesOf = ({ contentNotes: chosen, ownNote: own }: { contentNotes: string[]; ownNote: string }) =>
  [...new Set([...chosen, own].map(tidyLine))]
    .filter((note) => note && note.length <= LONGEST_NOTE)
    .slice(0, MOST_NOTES);

export const topicForm = z.object({
  title: line(LONGEST_TITLE).pipe(z.string().min(1, "missing")),
  body,
  contentNotes,
  ownNote,
  storyLabel,
  language: z.enum(["en", "es"]).optional(),
  ...speaking,
});

export const postForm = z.object({
  body,
  contentNotes,
  ownNote,
  storyLabel,
  /** Position of the post that is answered. */
  to: z.coerce.number().int().min(1).max(999_999).optional(),
  /** "They agreed to be quoted." */
  asked: z.stringbool().default(false),
  ...speaking,
});

const linesOf = (text: string) => text.replace(/\r\n?/g, "\n");
const draftWords = (longest: number) =>
  z.string().transform(linesOf).pipe(z.string().max(longest, "too-long")).default("");

/** What is kept of a composer: its words as they are. Also more than a post may hold, so that it can be shortened later. */
export const draftForm = z.object({
  title: draftWords(LONGEST_TITLE * 4),
  body: draftWords(LONGEST_TEXT * 2),
  draftMark: z.string().max(40).optional(),
});

export const editForm = z.object({ body, contentNotes, ownNote, storyLabel, asked: z.stringbool().default(false) });

export type TopicInput = z.input<typeof topicForm>;
export type PostInput = z.input<typeof postForm>;
export type DraftInput = z.input<typeof draftForm>;
export type EditInput = z.input<typeof editForm>;
