import { DAY, HOUR, MINUTE, SECOND } from "../platform/time";
import type { Row } from "./table";

/** The deeds of coming in: signing in and joining, and changing what one signs in with or is called. A part of the one table. */
export const comingIn = {
  "sign-in": {
    rules: [
      {
        per: "typed",
        most: 5,
        within: MINUTE,
        slowTo: 42 * SECOND,
        why: "five tries for a slip of memory, then slow: nobody is locked out by somebody else's guesses",
      },
      {
        per: "network",
        most: 20,
        within: MINUTE,
        slowTo: 42 * SECOND,
        why: "a shelter's shared line signs in within a minute; a script doesn't get far",
      },
    ],
    uncounted: "nobody is locked out; each guess still waits for one of the few hashes at a time",
  },
  "confirm-secret": {
    rules: [
      { per: "account", most: 5, within: MINUTE, slowTo: 42 * SECOND, why: "as for signing in" },
      { per: "network", most: 20, within: MINUTE, slowTo: 42 * SECOND, why: "as for signing in" },
    ],
    uncounted: "the same",
  },
  "change-secret": {
    rules: [{ per: "account", most: 20, within: HOUR, why: "finding a good passphrase takes several goes" }],
  },
  "show-factor": {
    rules: [
      {
        per: "account",
        most: 10,
        within: HOUR,
        slowTo: 42 * SECOND,
        why: "a code that changed while it was typed, a clock that is wrong: slips are slowed as at the words",
      },
      {
        per: "account",
        most: 60,
        within: DAY,
        slowTo: 10 * MINUTE,
        why: "a shared phone asks again after each rest; beyond that somebody who has the words guesses codes, which must take years",
      },
    ],
  },
  "change-factors": {
    rules: [{ per: "account", most: 30, within: HOUR, why: "setting up an app and a key, with slips in between" }],
  },
  recover: {
    rules: [
      { per: "typed", most: 5, within: MINUTE, slowTo: 42 * SECOND, why: "as for signing in" },
      {
        per: "network",
        most: 10,
        within: MINUTE,
        slowTo: 42 * SECOND,
        why: "a recovery code is typed rarely; 120 random bits can't be guessed anyway",
      },
    ],
    uncounted: "120 random bits can't be guessed",
  },
  join: {
    rules: [
      {
        per: "network",
        most: 10,
        within: HOUR,
        why: "a workshop's room of four to nine joins over one line (at 5 a simulated month turned nineteen away); a raid comes from many lines, and meets the community's limit",
      },
      {
        per: "community",
        most: 60,
        within: HOUR,
        why: "beyond this it is a raid, and the invitation still works an hour later",
      },
    ],
  },
  "join-openly": {
    rules: [
      {
        per: "network",
        most: 3,
        within: DAY,
        why: "a household or a library's line in a day; whoever is more brings invitations",
      },
      {
        per: "community",
        most: 20,
        within: HOUR,
        why: "a third of what invitations may bring in: an open door is where a raid would come through",
      },
    ],
  },
  "join-openly-together": {
    rules: [
      {
        per: "network",
        most: 10,
        within: HOUR,
        why: "everybody who comes over the onion service shares one line; half of the community's hour stays for the others",
      },
    ],
  },
  "open-invitation": {
    rules: [
      {
        per: "network",
        most: 30,
        within: MINUTE,
        slowTo: 42 * SECOND,
        why: "looking at an invitation is cheap, guessing codes is not",
      },
    ],
    uncounted: "reading; codes can't be guessed",
  },
  invite: {
    rules: [
      {
        per: "account",
        most: { newcomer: 0, member: 3, established: 10 },
        within: 7 * DAY,
        why: "people vouch for a few at a time",
      },
    ],
  },
  "add-pseudonym": {
    rules: [{ per: "account", most: 3, within: 7 * DAY, why: "five in all; a name is chosen, not cycled" }],
  },
  "burn-name": {
    rules: [{ per: "account", most: 10, within: DAY, why: "five names, each burned and taken back once in a day" }],
    neverRefuses: "burning: whoever was recognised can't wait; only taking it back is counted",
    uncounted: "whoever was recognised can't wait",
  },
} satisfies Record<string, Row>;
