import type { HandbookPage } from "../page-shape";

export default {
  title: "Coming in and signing in",
  lead: "No e-mail, no phone, no real name: words that only you have.",
  sections: [
    {
      title: "Joining",
      text: [
        "Somebody may give you an invitation link, which works once. If this community is open, [Joining](/join) also lets you in without one. Nobody asks who you are or what happened to you.",
        "Who invited whom is known to the software for 30 days. Then only a number is left that nobody can read anything from.",
      ],
    },
    {
      title: "Your seven words",
      text: [
        "You're shown seven words, once. The first two find your account, the other five open it. Nobody can send them to you again.",
        [
          "Write them on paper and keep it where only you look. It can look like a shopping list.",
          "Or learn them like a line of a song.",
          "A photo of them is seen by whatever keeps your photos.",
        ],
        "If words of your own are easier, you can put a passphrase of 15 letters or more in place of the five, under [Signing in](/me/security).",
      ],
    },
    {
      title: "The recovery code",
      text: [
        "It opens your account once if the words are lost, gives you new ones, and ends every open session. Keep it apart from the words. You can make a new one at any time.",
      ],
    },
    {
      title: "A second step, if you like",
      text: [
        "A passkey or an app that shows codes can be asked for besides your words. Both are found by whoever searches your phone, so they're a choice and never a must. If the phone is gone, the recovery code lets you in without them.",
      ],
    },
    {
      title: "Where you're signed in",
      text: [
        "[Devices](/me/sessions) lists your open sessions by a word you chose and the day they began. No address and no browser is kept. You can end any of them, or all.",
        "If you typed a word wrong a few times, the next try takes a little longer, 42 seconds at most. Nobody can lock you out by guessing.",
      ],
    },
  ],
} satisfies HandbookPage;
