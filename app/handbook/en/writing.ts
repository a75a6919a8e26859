import type { HandbookPage } from "../page-shape";

export default {
  title: "Writing",
  lead: "You decide what you tell, who may pass it on, and what stands in front of it.",
  sections: [
    {
      title: "Nobody here needs your story",
      text: [
        "You can speak about policy, plans or the weather without ever saying what happened to you. Pressing somebody to tell is against the agreements, and so is collecting stories.",
        "Read what you wrote once more with the eyes of somebody who knows you: places, dates, ages, the name of a child or a court.",
      ],
    },
    {
      title: "Content notes",
      text: [
        "They say what a text touches, before it's opened. Choose from the list, or use your own words. Readers open a noted post when they're ready.",
      ],
    },
    {
      title: "Who may quote you",
      text: [
        "Each post has a label: **not to be quoted**, **ask before quoting**, or **may be quoted**. What isn't to be quoted is never shown to guests. You can change the label later, but a copy that somebody took stays a copy.",
      ],
    },
    {
      title: "What others see",
      text: [
        "Days, never hours. Nobody sees whether you're here, what you have read, or how often. There are no likes and no ranks.",
        "Spaces say who can read: **open** ones anybody, **members** whoever is signed in, **circles** only who was invited.",
      ],
    },
  ],
} satisfies HandbookPage;
