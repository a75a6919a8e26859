import type { HandbookPage } from "../page-shape";

export default {
  title: "Shelter",
  lead: "For when too much comes at you, and for when somebody else may be holding your phone.",
  sections: [
    {
      title: "What it does",
      text: [
        "Under Me, [Shelter](/me/shelter) lets only people you know reach one of your names: for one, three or seven days. It ends by itself, and you can end it sooner or make it longer.",
        [
          "What strangers answer you stands in its topic for everybody else. For you it's folded, and nothing announces it.",
          "Their mentions and their invitations to circles wait in a [folder](/me/shelter/held) of yours. You can look, or leave it; it goes after 30 days.",
          "Strangers see what they'd always see. Nobody can tell whether you're in shelter.",
        ],
        "You know whoever had an exchange with you at least three days before it began, and whoever shares a circle with you.",
      ],
    },
    {
      title: "Somebody who reads along",
      text: [
        "You can ask somebody you trust, who has been here for a good while, to look at what waits: they **pass on** what you'd want, **set aside** the rest, or mark what they'd report. They never see messages, invitations or your other names, and nothing is reported in your name. It ends with shelter.",
        "They can say no. Whoever says yes never decides a case of yours.",
      ],
    },
    {
      title: "Somebody who holds your phone",
      text: [
        "If you're signed in there, they can:",
        [
          "see that you're in shelter, until when, and who reads along",
          "open what is folded or held, show all of it, or throw it away: each post can be shown again in its topic",
        ],
        "Without your words or passphrase they can't:",
        [
          "begin shelter, to cut you off from others",
          "end it or make it longer",
          "choose who reads along, or let them go",
        ],
        "For ten minutes after you type them, they can. **Leave now** ends that, and signs you out.",
      ],
    },
  ],
} satisfies HandbookPage;
