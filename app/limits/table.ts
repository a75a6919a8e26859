import { DAY, HOUR, MINUTE, SECOND } from "../platform/time";
import { comingIn } from "./coming-in";
import { inGatherings } from "./in-gatherings";
import { inReports } from "./in-reports";

/**
 * What a count belongs to: the account that acts, the network it comes from, the words it typed (as an HMAC), the
 * member it's aimed at, the topic or gathering it happens in, or the whole community.
 */
export type KeyKind = "account" | "account-in-topic" | "network" | "typed" | "target" | "topic" | "community";

type ByStanding = { newcomer: number; member: number; established: number };

export type Rule = {
  per: KeyKind;
  /** How many, in any window of `within` ms that begins with the first of them; or of the pause that a calmed topic was given. */
  most: number | ByStanding;
  within: number | "the topic's pause";
  /** Beyond `most` nothing is refused for long: each further try waits twice as long, up to this many ms. */
  slowTo?: number;
  /** Where the number comes from. */
  why: string;
};

/**
 * `uncounted`: why the deed goes on when nothing can be counted, because the store is away. Without it the deed waits: what
 * could hurt others or the server must not run free.
 */
export type Row = { rules: Rule[]; neverRefuses?: string; uncounted?: string };

/** Every deed that a person can do, with its limits. A deed without a row can't be done: the type says so. */
const table = {
  ...comingIn,
  ...inGatherings,
  ...inReports,
  "start-topic": {
    rules: [
      { per: "account", most: 1, within: 15 * SECOND, why: "Discourse: 15 s between topics" },
      {
        per: "account",
        most: { newcomer: 3, member: 12, established: 30 },
        within: DAY,
        why: "Discourse: 3 topics on the first day",
      },
    ],
  },
  "write-post": {
    rules: [
      {
        per: "account",
        most: { newcomer: 1, member: 3, established: 6 },
        within: 30 * SECOND,
        why: "Discourse: 30 s between a newcomer's posts, 5 s between others'; a few at once, so that a slip can be mended",
      },
      {
        per: "account",
        most: { newcomer: 10, member: 120, established: 300 },
        within: DAY,
        why: "Discourse: 10 replies on the first day; Mastodon: 300 in 3 h",
      },
      { per: "topic", most: 60, within: 10 * MINUTE, why: "more than this in one topic is a pile-on, not a talk" },
      {
        per: "account-in-topic",
        most: 1,
        within: "the topic's pause",
        why: "slow mode, as whoever set it chose: 1 to 60 minutes",
      },
    ],
  },
  "calm-topic": { rules: [{ per: "account", most: 20, within: DAY, why: "a host with several lively topics" }] },
  "write-at-one": {
    rules: [
      {
        per: "target",
        most: 6,
        within: 30 * MINUTE,
        why: "while many strangers come at one member: what can still be read and answered",
      },
      { per: "account", most: 2, within: HOUR, why: "one word and one more; the third of a stranger is no help" },
    ],
  },
  "reach-one": {
    rules: [
      {
        per: "target",
        most: 40,
        within: HOUR,
        why: "all strangers together: more than anybody can answer, and an ordinary welcome or announcement stays below; the same in shelter, or it would tell",
      },
    ],
  },
  shelter: {
    rules: [{ per: "account", most: 30, within: DAY, why: "five names begun, extended, ended, each with a reader" }],
  },
  "sort-held": {
    rules: [{ per: "account", most: 600, within: HOUR, why: "a reader goes through a whole pile-on in one evening" }],
  },
  "call-pile-on": {
    rules: [{ per: "account", most: 10, within: DAY, why: "pressing again brings what is gathered up to date" }],
  },
  "edit-post": { rules: [{ per: "account", most: 30, within: HOUR, why: "mending a long text takes several goes" }] },
  "remove-post": {
    rules: [
      { per: "account", most: 200, within: HOUR, why: "somebody who must take everything back is never slowed much" },
    ],
    uncounted: "whoever takes words back can't wait",
  },
  "keep-draft": {
    rules: [{ per: "account", most: 120, within: HOUR, why: "a press every half minute while somebody writes" }],
    uncounted: "a text that somebody writes must not get lost",
  },
  "keep-entry": {
    rules: [{ per: "account", most: 60, within: HOUR, why: "writing down a bad month in one evening" }],
    uncounted: "the same",
  },
  "keep-image": {
    rules: [
      {
        per: "account",
        most: { newcomer: 5, member: 20, established: 20 },
        within: DAY,
        why: "twenty fit in all; a new account shouldn't fill the disk",
      },
    ],
  },
  "take-journal-along": {
    rules: [{ per: "account", most: 6, within: HOUR, why: "a document with twenty images is made in memory" }],
  },
  "name-organisation": {
    rules: [
      { per: "account", most: 6, within: DAY, why: "three fit into a month, whatever is taken back; with slips" },
    ],
  },
  "write-in-match": {
    rules: [{ per: "account", most: 10, within: DAY, why: "finding out in a few words whether to go on, in no hurry" }],
  },
  "answer-match": {
    rules: [{ per: "account", most: 20, within: DAY, why: "changing one's mind, with slips" }],
  },
  "leave-for-good": {
    rules: [{ per: "account", most: 10, within: HOUR, why: "once is enough; a slip of the finger is mended at once" }],
    uncounted: "whoever leaves can't wait",
  },
  "take-along": {
    rules: [
      {
        per: "account",
        most: 6,
        within: DAY,
        why: "one for each name and one for all, with a line that broke; it reads everything somebody ever wrote",
      },
    ],
  },
  follow: {
    rules: [{ per: "account", most: 120, within: HOUR, why: "a press a topic, for a whole evening of reading" }],
    uncounted: "touches nobody else",
  },
  search: {
    rules: [
      { per: "account", most: 30, within: MINUTE, why: "searching is the dearest page" },
      { per: "network", most: 20, within: MINUTE, why: "as for members, a little tighter" },
    ],
    uncounted: "reading; the server's own budget for searches still holds",
  },
  relate: {
    rules: [{ per: "account", most: 120, within: HOUR, why: "blocking a whole brigade takes one press each" }],
    uncounted: "blocking protects",
  },
  "invite-to-circle": {
    rules: [{ per: "account", most: 30, within: DAY, why: "a circle is gathered by name, not by the list" }],
  },
  "work-on-case": {
    rules: [{ per: "account", most: 300, within: HOUR, why: "a moderator's whole shift" }],
    uncounted: "reports are worth what is done about them",
  },
  "arrange-work": {
    rules: [{ per: "account", most: 60, within: HOUR, why: "wishes, a break, a few weeks of first call, with slips" }],
  },
  "write-in-room": {
    rules: [{ per: "account", most: 60, within: HOUR, why: "one shift handing over to the next, line by line" }],
  },
  "ask-in-case": {
    rules: [{ per: "account", most: 30, within: DAY, why: "a question or two in each case of a long day" }],
  },
  "answer-in-case": {
    rules: [
      {
        per: "account",
        most: 20,
        within: DAY,
        why: "an answer, what was forgotten in it, and the same in a few cases: a thread of thousands hides what matters",
      },
    ],
  },
  "write-template": {
    rules: [{ per: "account", most: 30, within: DAY, why: "all of them in both languages, in one sitting" }],
  },
  "listen-live": {
    rules: [{ per: "account", most: 120, within: 10 * MINUTE, why: "a shaky line connects every five seconds" }],
    uncounted: "reading",
  },
  "change-settings": {
    rules: [
      { per: "account", most: 60, within: HOUR, why: "language, theme, labels: rarely more than a few" },
      { per: "network", most: 60, within: HOUR, why: "guests choose a language and a theme, too" },
    ],
    uncounted: "touches nobody else",
  },
  "hold-shield": {
    rules: [{ per: "account", most: 12, within: HOUR, why: "begun, mended and ended in a raid's hour, with slips" }],
  },
  "hold-evidence": {
    rules: [{ per: "account", most: 60, within: DAY, why: "a court asks for a few things, a raid's worth at most" }],
  },
  "write-transparency": {
    rules: [
      {
        per: "account",
        most: 20,
        within: DAY,
        why: "requests are rare, what is written stays; a first day may have years to catch up with",
      },
    ],
  },
  "run-community": {
    rules: [{ per: "account", most: 120, within: HOUR, why: "setting a community up is an evening of presses" }],
  },
} satisfies Record<string, Row>;

export type Deed = keyof typeof table;

export const deeds: Record<Deed, Row> = table;
