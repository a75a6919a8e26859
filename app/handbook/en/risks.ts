import type { HandbookPage } from "../page-shape";

export default {
  title: "What we can't protect against",
  lead: "Said plainly, so that you can decide what to write here.",
  sections: [
    {
      title: "On your side",
      text: [
        [
          "Software on your device that watches you, or somebody who makes you unlock it. Another device, in another place, is safer.",
          "Somebody who looks at the screen, and the browser's own history. [Leaving in a hurry](/leave/help) says what helps.",
          "Somebody who knows how you write, or who knows a story only you could tell.",
        ],
      ],
    },
    {
      title: "Among members",
      text: [
        "Whoever may read a text can copy it or take a picture of it. Nothing here can stop that, and software that says it can isn't honest.",
        "An attack that happens on other sites can be named here, and the moderators can look at what it does to this place. They can't reach it there.",
      ],
    },
    {
      title: "On our side",
      text: [
        "Whoever runs the server holds the key to it. If they turned against you, or were forced, they could find out which names belong together, read what is sealed, and change the software. That's why so little is kept: no address, no e-mail, no hour.",
        "[Everything we could hand over](/what-we-could-hand-over) lists it all, made from the database's own plan. [Privacy](/privacy) says how long each thing is kept.",
      ],
    },
  ],
} satisfies HandbookPage;
