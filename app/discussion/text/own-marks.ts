import type { MarkdownIt, StateInline } from "markdown-it";
import { mayPrecedeName, mentionAt, readings } from "./mentions";

/** What a text may refer to, and (filled while parsing) nothing else. */
export type Surroundings = {
  /** Finds the page of a name; null when nobody has it. */
  pageOfName: (name: string) => { id: number; href: string } | null;
  /** Address of the topic that the text stands in, e.g. `/t/0abc…`. */
  topic: string;
};

/** A link within the site, with its text inside and what it refers to beside it. */
function pushLink(
  state: StateInline,
  kind: "mention" | "post-ref",
  href: string,
  text: string,
  meta: Record<string, unknown>,
) {
  const open = state.push("link_open", "a", 1);
  open.attrs = [
    ["href", href],
    ["class", kind],
  ];
  open.meta = meta;
  state.push("text", "", 0).content = text;
  state.push("link_close", "a", -1);
}

/** `@Name` becomes a link to the page of that name, if there is one. */
function mention(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "@" || state.linkLevel > 0 || !mayPrecedeName(state.src[state.pos - 1])) return false;
  const pattern = mentionAt();
  pattern.lastIndex = state.pos;
  const words = pattern.exec(state.src)?.[1];
  if (!words) return false;
  const { pageOfName } = state.env as Surroundings;
  for (const reading of readings(words)) {
    const page = pageOfName(reading);
    if (!page) continue;
    if (!silent) pushLink(state, "mention", page.href, `@${reading}`, { mention: page.id });
    state.pos += 1 + reading.length;
    return true;
  }
  return false;
}

/** `#12` becomes a link to the twelfth post of the topic. */
function postReference(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "#" || state.linkLevel > 0 || !mayPrecedeName(state.src[state.pos - 1])) return false;
  const digits = /^#([1-9]\d{0,5})(?![\p{L}\p{N}_])/u.exec(state.src.slice(state.pos, state.pos + 9))?.[1];
  if (!digits) return false;
  const { topic } = state.env as Surroundings;
  if (!silent) pushLink(state, "post-ref", `${topic}/${digits}`, `#${digits}`, { position: Number(digits) });
  state.pos += 1 + digits.length;
  return true;
}

/** Marks of our own: names that are called, posts that are pointed at. */
export function ownMarks(markdown: MarkdownIt) {
  markdown.inline.ruler.before("emphasis", "mention", mention);
  markdown.inline.ruler.before("emphasis", "post_reference", postReference);
}
