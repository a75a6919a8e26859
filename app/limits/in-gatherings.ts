import { DAY, HOUR, MINUTE, SECOND } from "../platform/time";
import type { Row } from "./table";

/** The deeds of gatherings. A part of the one table. */
export const inGatherings = {
  "host-gathering": { rules: [{ per: "account", most: 6, within: DAY, why: "a day of gatherings" }] },
  "enter-gathering": {
    rules: [{ per: "account", most: 20, within: 10 * MINUTE, why: "a shaky line enters again and again" }],
  },
  "speak-in-gathering": {
    rules: [
      { per: "account", most: 3, within: 5 * SECOND, why: "a few short lines in one breath, then a breath" },
      { per: "account", most: 20, within: MINUTE, why: "a fast talker writes a line every three seconds" },
      { per: "topic", most: 240, within: MINUTE, why: "four lines a second can still be read by nobody" },
    ],
  },
  "raise-hand": { rules: [{ per: "account", most: 12, within: MINUTE, why: "hands go up and down" }] },
  "say-coming": {
    rules: [{ per: "account", most: 60, within: HOUR, why: "going through the whole list, and changing one's mind" }],
  },
  "answer-room": {
    rules: [{ per: "account", most: 20, within: MINUTE, why: "an answer may be changed while the room talks" }],
  },
  "run-gathering": { rules: [{ per: "account", most: 120, within: MINUTE, why: "a host's hands are busy" }] },
} satisfies Record<string, Row>;
