import type { HandbookPage } from "../page-shape";

export default {
  title: "Other ways to be heard",
  lead: "For what can't be reported from an account here, and for what you want to keep.",
  sections: [
    {
      title: "When many come at once",
      text: [
        "You don't have to read it, collect it or prove it. Press [This is a pile-on](/pile-on), beside any post of yours too: what people new to you wrote at your name is gathered into one case, and whatever comes later joins it.",
        "The software may notice first. Then it stands under [What concerns you](/notifications), and you say what you want: slow people new to you, only gather, or stop, because it's kind. One press mutes everybody who took part, for you alone.",
        "If you read along: don't answer them, report one post once, and tell the person you're with them.",
      ],
    },
    {
      title: "For somebody without an account",
      text: [
        "Whoever isn't a member can [report without an account](/report/outside), and have an intimate picture, or sexual material of a child, [taken down](/takedown). They follow it with a code, and nobody asks who they are.",
      ],
    },
    {
      title: "What happened elsewhere",
      text: [
        "In another group, by message, in the street: that can be [reported, too](/report/elsewhere), in your words, with the day and an image if you like. Say whom of this place you believe it was, or leave that empty.",
        "It's a case like any other. Where it names nobody from here it ends in words: somebody reads it, answers you, and it's on record.",
      ],
    },
    {
      title: "A journal for yourself",
      text: [
        "Under Me you find a [journal](/me/journal): what was done to you, here or anywhere, with the day, the place, who it was, and an image. It's read by nobody but you. It asks for your secret and stays open for ten minutes.",
        "It's locked with your words or passphrase, and with your recovery code. If you lose all of them, nobody can open it. A document made of it lies open on your device.",
        "It proves nothing by itself: the days are as you give them, and the site keeps only a month. A report can begin with an entry.",
        "Whether others were harmed by the same organisation, you can [ask](/me/journal/match): five who name it hear that there are more.",
      ],
    },
  ],
} satisfies HandbookPage;
