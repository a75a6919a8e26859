import type { HandbookPage } from "../page-shape";

export default {
  title: "Taking things back",
  lead: "A post, a name, or everything. What goes, what stays, and until when you can change your mind.",
  sections: [
    {
      title: "A draft",
      text: [
        "[Drafts](/me/drafts) lists what you kept. Throwing one away erases it at once; the rest go by themselves after 30 days.",
      ],
    },
    {
      title: "One post",
      text: [
        "**Remove**, beside your post, erases its text at once, and from backups within 7 days. “Removed by its author” stays in its place. This can't be undone.",
        "Two things stay: what others copied, and a sealed copy in a case if somebody reported the post. Only those who decide that case read it.",
      ],
    },
    {
      title: "One name",
      text: [
        "If somebody found out who is behind a name, you can [burn it](/me/burn): everything it wrote is hidden at once, and the name is retired for good. For a day you can undo it; after that the posts are erased.",
        "**Retiring** a name is the quiet way: it stops speaking, and its posts stay.",
        "Your other names go on as before, and nothing tells that they belonged with it.",
      ],
    },
    {
      title: "Taking your words along",
      text: [
        "Under [Me](/me/export) you can save everything of yours in one file: pages to read in any browser, and the same as data. You choose whether it holds all of your names or one.",
        "**A file of all names shows that they are one person.** Keep it where only you look, and delete it from the downloads of a device that others use.",
        "What others wrote isn't in it, nor anything that opens your account. Making it changes nothing here.",
      ],
    },
    {
      title: "Leaving for good",
      text: [
        "You can [leave in one step](/me/leave-for-good), with your words. Everything of yours goes at once, except posts that you choose to leave behind: those keep the name you wrote them with. If a case about you is open, or something was imposed on you, a number with nothing of you in it stays until that ends.",
        "You don't have to say why, and nobody is told.",
      ],
    },
  ],
} satisfies HandbookPage;
