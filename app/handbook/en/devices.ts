import type { HandbookPage } from "../page-shape";

export default {
  title: "Sharing a device",
  lead: "For a phone or a computer that somebody else uses, too, or looks into.",
  sections: [
    {
      title: "When you sign in",
      text: [
        "**Others may use it, too** is chosen already. Your session then ends when the browser is closed, after 30 minutes without a press, and after 12 hours at the latest.",
        "**Only I use it** keeps you signed in for 10 days from your last visit, 30 days at most.",
        "If the browser offers to remember your words, say no. In its settings you can see what it has remembered.",
      ],
    },
    {
      title: "Leaving fast",
      text: [
        "**Leave now**, top right on every page, ends your session, clears what this site kept, and opens an ordinary page. Pressing Shift three times does the same. [What it can and can't do](/leave/help) is worth reading once, and trying.",
      ],
    },
    {
      title: "What stays on the device",
      text: [
        "The browser's history holds this site's address until you delete it. A private window keeps none. Every page has the same dull title and icon.",
        "This site sends no e-mail, no text message and no notification to the phone. What's new waits under “Concerns me” until you look.",
      ],
    },
    {
      title: "If your session ends while you write",
      text: [
        "What you wrote is on the page that comes: sign in there, read it over, and send it. Close that page if you'd rather leave no trace of it.",
        "“Keep as draft” puts what you're writing on the server, not on the device. It's there for 30 days, under [Drafts](/me/drafts), and nothing is kept unless you press it.",
      ],
    },
  ],
} satisfies HandbookPage;
