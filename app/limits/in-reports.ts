import { DAY, HOUR, MINUTE, SECOND } from "../platform/time";
import type { Row } from "./table";

/** The deeds of whoever reports, from here or from outside. A part of the one table. */
export const inReports = {
  "file-report": {
    rules: [
      {
        per: "account",
        most: { newcomer: 20, member: 40, established: 60 },
        within: DAY,
        why: "Discourse: 20 flags a day",
      },
    ],
    neverRefuses: "urgent reports: above the limit they join the existing case",
    uncounted: "reports always arrive",
  },
  "name-somebody": {
    rules: [
      { per: "account", most: 30, within: HOUR, why: "a slip of the pen or two in each report; not a directory" },
    ],
    uncounted: "reports always arrive",
  },
  "report-image": {
    rules: [
      {
        per: "account",
        most: { newcomer: 5, member: 10, established: 10 },
        within: DAY,
        why: "2 MB each, kept for months; a report is heard without one",
      },
    ],
  },
  "gather-posts": {
    rules: [
      {
        per: "account",
        most: 30,
        within: HOUR,
        why: "several pages of a few names; nowhere else are somebody's posts listed, and nobody should be followed by it",
      },
    ],
  },
  "report-outside": {
    rules: [
      { per: "network", most: 6, within: DAY, why: "a family or a workshop's line on a bad day" },
      { per: "community", most: 60, within: HOUR, why: "more than handlers could read; each has cost work or a wait" },
    ],
    uncounted: "reports always arrive; each has cost work or a wait",
  },
  "report-outside-together": {
    rules: [
      {
        per: "network",
        most: 20,
        within: HOUR,
        slowTo: 42 * SECOND,
        why: "everybody who comes over the onion service shares one line: it is slowed, and never shut",
      },
    ],
    uncounted: "the same",
  },
  "take-down": {
    rules: [{ per: "network", most: 12, within: DAY, why: "one picture is often put up again and again in a day" }],
    uncounted: "reports always arrive",
  },
  "take-down-together": {
    rules: [{ per: "network", most: 30, within: HOUR, slowTo: 42 * SECOND, why: "as for reports over a shared line" }],
    uncounted: "the same",
  },
  "open-receipt": {
    rules: [
      {
        per: "network",
        most: 10,
        within: MINUTE,
        slowTo: 42 * SECOND,
        why: "a code of 24 digits is mistyped now and then; 120 random bits can't be guessed",
      },
    ],
    uncounted: "an answer to a report; 120 random bits can't be guessed",
  },
} satisfies Record<string, Row>;
