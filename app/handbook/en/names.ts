import type { HandbookPage } from "../page-shape";

export default {
  title: "Choosing a name",
  lead: "The name you speak as is all that others see of you.",
  sections: [
    {
      title: "One that leads nowhere else",
      text: [
        "Take a name you use nowhere else: not in a game, not in an e-mail address, not what friends call you. If you like, take one that the page proposes.",
        "The software turns away names that look like somebody else's, that sound like an office, or that hold a number or an address.",
      ],
    },
    {
      title: "More than one",
      text: [
        "You can have up to five, under [Names](/me/names). Nobody is shown which of them belong together, moderators included. The page says at the top as whom you speak.",
        "Each name has a small leaf, drawn by chance. Leaves of one person have nothing in common.",
      ],
    },
    {
      title: "What can still give two names away",
      text: [
        "How you write, what you write about, and when. A patient reader may notice. It helps to keep names apart:",
        [
          "one name for one space or one part of your life;",
          "not both on the same evening;",
          "no story told twice with the same details.",
        ],
      ],
    },
    {
      title: "If somebody recognises you",
      text: [
        "You can [burn a name](/me/burn): one press hides everything it wrote, and the name is never used again. You have a day to change your mind. [Taking things back](/handbook/taking-back) says more.",
      ],
    },
  ],
} satisfies HandbookPage;
