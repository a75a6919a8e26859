import type { HandbookPage } from "../page-shape";

export default {
  title: "Gatherings",
  lead: "Talking together at a set time, where whoever was heard least speaks next.",
  sections: [
    {
      title: "Before",
      text: [
        "[Gatherings](/gatherings) lists what's planned, with the time in UTC, so that the page tells nothing of where you are. You can say you'll come. Nobody sees who; the hosts see how many.",
      ],
    },
    {
      title: "At the door",
      text: [
        "You agree to the ground rules and choose how to come in: as one of your names, or with a **mask**, the name of a plant, for this gathering only. Which mask was whose is encrypted, and erased with the messages, unless somebody reports what was said.",
      ],
    },
    {
      title: "In the room",
      text: [
        [
          "**Raise my hand** puts you in line. Whoever has been heard least comes first, and everybody sees why.",
          "Whoever has the floor has it for a set time. If the host leaves it open, others can write beside the floor.",
          "You can listen the whole time. You can leave at any time, without a word.",
          "The host can pause so that everybody can breathe.",
        ],
      ],
    },
    {
      title: "Afterwards",
      text: [
        "What was said vanishes 24 hours after the end, unless the page said before it began that it would be kept. Who was there is not kept. A summary stays, once those who were there could read it.",
      ],
    },
  ],
} satisfies HandbookPage;
