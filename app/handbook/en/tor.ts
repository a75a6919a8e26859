import type { HandbookPage } from "../page-shape";

export default {
  title: "Tor, and scripts off",
  lead: "For whoever can't trust the network they're on.",
  sections: [
    {
      title: "What Tor changes",
      text: [
        "Without it, your internet provider, your workplace or whoever runs your Wi-Fi can see that you visit this site, though not what you read or write here. With Tor Browser they see only that you use Tor, and this site doesn't learn where you are. We keep no address of anybody, with or without it.",
        "Tor Browser forgets everything when it's closed, history included.",
      ],
    },
    {
      title: "The onion address",
      text: [
        "If this community has an onion address, Tor Browser offers it beside the address bar: “.onion available”. Then the whole way stays inside Tor.",
        "Over Tor many people come by the same way, so a page may ask you to go a little slower. Signing in, recovering an account and reporting are never refused for that.",
      ],
    },
    {
      title: "Without scripts",
      text: [
        "You can set Tor Browser to “Safest”, or switch scripts off anywhere. Everything works: reading, writing, reporting, gatherings, leaving. What you'll notice:",
        [
          "new posts don't show up by themselves; a reload brings them;",
          "a gathering's page reloads itself if you choose to watch, and waits while you write;",
          "pressing Shift three times does nothing; the link Leave now does.",
        ],
      ],
    },
  ],
} satisfies HandbookPage;
