import type { HandbookPage } from "../page-shape";

export default {
  title: "Deciding cases",
  lead: "How moderators decide, and why like that. Anybody may know.",
  sections: [
    {
      title: "Who gets a case",
      text: [
        "Each case goes by lot to half of the moderators who are free for it. Whoever reported, is reported, or has a tie to somebody in it never sees it. So nobody chooses their judge, and a case that somebody doesn't see tells them nothing.",
      ],
    },
    {
      title: "How it's decided",
      text: [
        "Whoever takes a case holds it for 15 minutes from each thing they do, so that two never decide at once.",
        [
          "The agreement that counts is the one in force when the thing was written.",
          "A reporter is a number. One question at a time, five in all: more is an interrogation.",
          "The other side is heard before anything heavy, unless that could tell who spoke.",
          "“No breach” is a full answer. Otherwise the least that stops it.",
        ],
      ],
    },
    {
      title: "Two persons",
      text: [
        "A removal, a suspension of more than 7 days, and ending one early need a second person. What one moderator does at once runs out after a day: power that somebody took alone has to end alone. What outs or threatens somebody stays hidden until it's decided.",
      ],
    },
    {
      title: "Many against one",
      text: [
        "One attack by many is one case: whoever is attacked needn't prove each stone. And many reports at once may be the attack. Reporting in good faith is never a breach.",
      ],
    },
    {
      title: "What moderators don't do",
      text: [
        [
          "Decide about a viewpoint.",
          "Look for who a name is, or call the police.",
          "Look at child material: that is for stewards.",
          "Write to a party outside of the case.",
        ],
        "Every decision stands in the [public log](/log), without names.",
      ],
    },
  ],
} satisfies HandbookPage;
