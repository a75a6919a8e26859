import type { HandbookPage } from "../page-shape";

export default {
  title: "Looking after yourself as a moderator",
  lead: "You read what was made to hurt. None of this is a favour: it's part of the work.",
  sections: [
    {
      title: "How things open",
      text: [
        "Everything in a case is folded and grey until you open it. Grey and small is easier to put down again. If you'd rather have texts open, say so under **How you work**.",
      ],
    },
    {
      title: "What you'd rather not decide",
      text: [
        "Tick it, and such cases go to others first. No reason is asked and nobody is told: whoever has lived it shouldn't have to read it. Where fewer than two others take it, it can still come to you, and the page says so before.",
      ],
    },
    {
      title: "A break",
      text: [
        "From 1 to 30 days, by one press. What you have goes to others with your note, and you stay in office. A break that has to be asked for isn't taken.",
        "The page also shows you what you carry, in numbers that only you see. Nobody is ranked: a list of who did most makes people do more, and worse.",
      ],
    },
    {
      title: "First call and handing over",
      text: [
        "**First call** is a week that you take and can give back. Nobody is put on it. Whoever has it hears first of urgent cases dealt to them; the others an hour or two later.",
        "**Handing over** shows what is open and what waits for whom, without the parties' names. Leave names out of notes: the software knows only some of them.",
        "**Among yourselves** is a room for those on duty, kept for 30 days. No member is named there and nothing is linked: those a case is about may read along. It's for Sundays, for how you read an agreement, and for how you are.",
      ],
    },
    {
      title: "When it's too much",
      text: [
        [
          "Hand any case on, without a reason.",
          "You owe nobody a decision at night.",
          "If nobody else is there, tell a steward. That is the community's problem, and not yours.",
          "[These are people](/helplines) to talk to. They are there for you, too.",
        ],
      ],
    },
  ],
} satisfies HandbookPage;
