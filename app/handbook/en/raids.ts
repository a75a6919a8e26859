import type { HandbookPage } from "../page-shape";

export default {
  title: "When the whole place is attacked",
  lead: "What the software does by itself in a raid, what you notice of it, and what moderators can add.",
  sections: [
    {
      title: "The shield",
      text: [
        "The site counts by the hour, for everybody together: who arrives, who reports, newcomers' first posts, failed tries to sign in. When far more happens than is usual at that hour, limits for whoever is new become tighter, in three steps. Once it's calm they widen again by themselves.",
        "If you've been here long, your limits stay as they are. Reports, recovery, signing in and out, leaving and taking words back never change for anybody.",
        "A line on every page says that it's so, and until when at least. The [public log](/log) says who decided it.",
      ],
    },
    {
      title: "Slow pages",
      text: [
        "If there is too much to do, reading waits: first for guests, then for members. A page of a few words says so, and when to come again. What you sent, a report, signing out and **Leave now** always go through.",
      ],
    },
    {
      title: "For moderators",
      text: [
        "You're told when it begins, and the page of the shield shows the counts. You can begin it yourself, with a reason, or end it at once. For longer than 72 hours somebody else has to agree.",
        [
          "Begin it when you know of a raid that the counts can't see yet.",
          "Reports of a raid count once for people who came together, however many they are.",
          "A slow topic, or one closed to some, is often enough.",
          "Say in a topic what is happening. Silence frightens more.",
        ],
      ],
    },
  ],
} satisfies HandbookPage;
