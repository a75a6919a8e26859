import type { HandbookPage } from "../page-shape";

export default {
  title: "When somebody attacks you",
  lead: "You don't have to answer, and you don't have to prove anything.",
  sections: [
    {
      title: "First, some quiet",
      text: [
        "Beside each post, under **More**. These act at once, nobody is told, and you can undo them under [Names you turned away from](/me/blocks):",
        [
          "**Hide this post from me**: it folds for you.",
          "**Mute**: what this name writes folds for you.",
          "**Block**: the same, and they can't mention you or write to you.",
        ],
        "If you'd like a person to talk to, [these are people](/helplines) outside of this place. Each says whether the police may hear of it.",
      ],
    },
    {
      title: "Reporting",
      text: [
        "**Report this post** asks what was done, in the words of the agreements, and what you wish would happen. Your own words can be few.",
        "A sealed copy is kept, so it helps nobody to delete the post. Those who decide see “Reporter 1”, not your name. The other side is never told who reported.",
        "Where no single post shows it, a name's own page lets you **Report several things by this name together**: one report, with a copy of each.",
        "If you are the person who is outed, threatened or shown, say so on the form: the post is hidden for everybody until it's decided.",
      ],
    },
    {
      title: "How long it takes",
      text: [
        "Outing, threats, exploitation, intimate images and danger to life are decided within 24 hours, everything else within 72. [My reports](/reports) shows where it stands and until when. Whoever has a stake in it never gets the case.",
        "The decision's own page says what you can do if you think it's wrong.",
      ],
    },
    {
      title: "What isn't for reporting",
      text: [
        "Disagreeing about policy breaks no agreement, whichever side it's on. For that there are answering, muting, and leaving it.",
      ],
    },
  ],
} satisfies HandbookPage;
