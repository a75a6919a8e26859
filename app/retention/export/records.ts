import { z } from "zod";
import { type PartName, parts } from "./parts";

/** Grows whenever a field goes or changes its meaning; a new field doesn't count. */
export const SCHEMA_VERSION = 1;

const text = z.string();
const day = z.iso.date();
const month = z.string().regex(/^\d{4}-\d{2}$/);
const count = z.int().min(0);
const notes = z.array(text);
const orNone = <T extends z.ZodType>(type: T) => z.nullable(type);

/** What one thing of each part says. Days are UTC; nothing finer is told. Fields are named in i18n `takeAlong`. */
export const records = {
  account: z.object({
    joined: day,
    lastSeen: month,
    opensWith: z.enum(["codename", "passphrase"]),
    codeApp: z.boolean(),
    younger: z.boolean(),
    language: orNone(z.enum(["en", "es"])),
    theme: orNone(z.enum(["light", "dark", "contrast"])),
    speaksAs: orNone(text),
  }),
  devices: z.object({ label: orNone(text), started: day, ends: day, ownDevice: z.boolean() }),
  passkeys: z.object({ label: orNone(text), added: month }),
  invitations: z.object({ label: orNone(text), ends: day, used: z.boolean() }),
  names: z.object({ name: text, state: z.enum(["active", "retired"]) }),
  voices: z.object({ space: text, name: text }),
  offices: z.object({
    name: text,
    office: z.enum(["moderator", "organizer", "steward"]),
    since: day,
    ends: orNone(day),
  }),
  circles: z.object({ name: text, space: text, state: z.enum(["invited", "in"]), host: z.boolean() }),
  topics: z.object({
    title: text,
    name: text,
    space: orNone(text),
    address: orNone(text),
    started: day,
    state: z.enum(["open", "closed", "removed"]),
    language: orNone(z.enum(["en", "es"])),
    contentNotes: notes,
    calmReason: orNone(text),
  }),
  posts: z.object({
    topic: orNone(text),
    name: text,
    space: orNone(text),
    address: orNone(text),
    written: day,
    answers: orNone(text),
    body: text,
    contentNotes: notes,
    storyLabel: z.enum(["closed", "ask", "open"]),
    state: z.enum(["visible", "hidden"]),
    edited: z.boolean(),
  }),
  drafts: z.object({ title: text, where: orNone(text), kind: z.enum(["topic", "reply"]), kept: day, body: text }),
  follows: z.object({ name: text, topic: orNone(text), space: orNone(text) }),
  reading: z.object({ topic: orNone(text), space: orNone(text), position: count }),
  mutedTopics: z.object({ topic: orNone(text), space: orNone(text) }),
  hiddenPosts: z.object({ topic: orNone(text), space: orNone(text), position: orNone(count) }),
  blocks: z.object({ name: orNone(text), kind: z.enum(["block", "mute"]), since: day }),
  notifications: z.object({ kind: text, name: orNone(text), topic: orNone(text), day, seen: z.boolean() }),
  hosted: z.object({
    title: text,
    name: text,
    space: orNone(text),
    day,
    lengthMinutes: count,
    state: z.enum(["planned", "open", "paused", "ended", "called-off"]),
    purpose: text,
    groundRules: text,
    summary: orNone(text),
  }),
  hostedWith: z.object({ title: orNone(text), name: text }),
  coming: z.object({ title: orNone(text), name: text }),
  seats: z.object({ title: orNone(text), name: text, masked: z.boolean(), turns: count, wordsHeard: count }),
  said: z.object({
    title: orNone(text),
    name: text,
    masked: z.boolean(),
    channel: z.enum(["floor", "side", "host"]),
    body: text,
  }),
  answers: z.object({
    title: orNone(text),
    name: text,
    about: z.enum(["question", "summary"]),
    answer: z.enum(["support", "aside", "object"]),
  }),
  reports: z.object({
    kind: z.enum(["post", "pseudonym", "gathering-message", "elsewhere"]),
    whom: orNone(text),
    topic: orNone(text),
    conduct: text,
    agreement: text,
    wish: z.enum(["stop", "remove", "talk", "know", "unsure"]),
    aboutMe: z.boolean(),
    filed: day,
    status: z.enum(["waiting", "goes-on", "looked-at", "second-look", "passed-on", "decided"]),
    words: text,
    outcome: orNone(text),
    decided: orNone(day),
    reasons: orNone(text),
  }),
  talk: z.object({ side: z.enum(["reporter", "respondent"]), name: orNone(text), mine: z.boolean(), day, words: text }),
  decisions: z.object({
    name: text,
    outcome: text,
    days: orNone(count),
    agreement: text,
    decided: day,
    ends: orNone(day),
    reasons: text,
  }),
  sanctions: z.object({
    name: text,
    kind: z.enum(["warning", "slow", "mute", "suspension", "removal"]),
    agreement: text,
    started: day,
    ends: orNone(day),
    lifted: orNone(day),
    reasons: text,
  }),
  ties: z.object({ name: text, whom: orNone(text), declared: day }),
} satisfies Record<PartName, z.ZodObject>;

export type RecordOf<N extends PartName> = z.output<(typeof records)[N]>;
export type AnyRecord = Record<string, string | number | boolean | string[] | null>;

/** The whole of `data.json`. Parts that belong to the account stand only in an archive of all names. */
export const archive = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  made: day,
  of: z.enum(["all-names", "one-name"]),
  /** Where the public log ended: whoever kept this sees it if the log is cut off later. */
  logHead: orNone(z.object({ position: count, digest: text })),
  parts: z.object(
    Object.fromEntries(
      parts.map(({ name, of }) => {
        const list = z.array(records[name]);
        return [name, of === "account" ? list.optional() : list];
      }),
    ),
  ),
});

/** `schema.json`: what `data.json` promises, as JSON Schema 2020-12. */
export const archiveSchema = () => z.toJSONSchema(archive);
