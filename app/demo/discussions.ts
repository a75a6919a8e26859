import type { DemoKey } from "./people";

export type DemoPost = {
  by: DemoKey;
  hoursAgo: number;
  text: string;
  label?: "closed" | "ask" | "open";
  answers?: number;
};
export type DemoTopic = {
  space: DemoSpaceSlug;
  language: "en" | "es";
  title: string;
  contentNotes: string[];
  posts: DemoPost[];
};
export type DemoSpaceSlug = "welcome" | "commons" | "letter-circle";

/** The circle that stands beside the two spaces of every new community. */
export const demoCircle = {
  name: "Letter circle",
  purpose: "Six of us writing one letter to the city council.",
  slug: "letter-circle",
  members: ["survivor", "organizer", "moderator", "fern"] as DemoKey[],
};

/** What people in the demo talk about. Invented, from nobody's life. */
export const demoTopics: DemoTopic[] = [
  {
    space: "welcome",
    language: "en",
    title: "What changed on your street after the buyer law?",
    contentNotes: ["police"],
    posts: [
      {
        by: "survivor",
        hoursAgo: 300,
        label: "open",
        text: "Our city began fining buyers two years ago. I was told that this was for me.\n\nWhat I saw: the careful ones stayed away, the others came later at night and had less time to talk. I moved to a place with no lamp.\n\nI'd like to hear what you saw, whichever way it went. Numbers are welcome, stories too, if you want to tell them.",
      },
      {
        by: "fern",
        hoursAgo: 290,
        text: "The same here, and one thing more: the outreach van stopped coming to our corner, because the corner was empty **on paper**.",
        answers: 1,
      },
      {
        by: "lluvia",
        hoursAgo: 280,
        text: "En mi barrio fue distinto: hubo menos coches, y eso a mí me dio descanso. Pero también menos dinero, y la renta no bajó.",
      },
      {
        by: "organizer",
        hoursAgo: 200,
        text: "Two evaluations to read side by side, with what each one counts and leaves out:\n\n1. reports to the police (counts what the police write down)\n2. interviews by peers (counts what people tell someone they trust)\n\nThey disagree because they ask different people. I've put a reading hour under Gatherings.",
        answers: 1,
      },
      {
        by: "thistle",
        hoursAgo: 40,
        text: "Nobody talks like this unless somebody pays them. This is the pimp lobby with a new logo, and you know exactly who you are.",
        answers: 1,
      },
      {
        by: "fern",
        hoursAgo: 38,
        text: "I disagree with half of this topic and would still like to read it without being called things. Back to the lamp: did anybody get one put back?",
      },
    ],
  },
  {
    space: "welcome",
    language: "es",
    title: "Cuando cierran la página donde te anunciabas",
    contentNotes: [],
    posts: [
      {
        by: "maiz",
        hoursAgo: 260,
        label: "open",
        text: "Cerraron la página un martes. El miércoles ya había quien ofrecía «ayudarnos a conseguir clientes» a cambio de la mitad.\n\n¿Qué hicieron ustedes las primeras semanas? Busco cosas prácticas: listas de avisos, cuentas compartidas, a quién llamar.",
      },
      {
        by: "lluvia",
        hoursAgo: 250,
        text: "Nosotras hicimos una lista en papel. Suena viejo, pero un papel no se cierra. Cada quien copia solo lo que necesita.",
        answers: 1,
      },
      {
        by: "second",
        hoursAgo: 120,
        text: "> Cada quien copia solo lo que necesita.\n\nEsto me gusta. También: una palabra acordada para decir «no vayas», que no diga nada a quien mire tu teléfono.",
        answers: 2,
      },
    ],
  },
  {
    space: "welcome",
    language: "en",
    title: "How we disagree here",
    contentNotes: [],
    posts: [
      {
        by: "steward",
        hoursAgo: 400,
        label: "open",
        text: "Survivors are not one voice. Some of us want buyers fined, some don't, some changed their minds twice.\n\nOur [agreements](https://forum.example/agreements) say that questioning demand reduction is no breach, and neither is supporting it. What *is* a breach: naming people, threatening them, calling them bought or fake, or pressing them for their story.\n\nIf somebody does that to you, use **Report**. You don't have to answer them.",
      },
      {
        by: "moderator",
        hoursAgo: 390,
        text: "And if you only want a person out of your sight: mute and block are one press, and they won't be told.",
      },
    ],
  },
  {
    space: "commons",
    language: "en",
    title: "Funders, and what we don't say to them",
    contentNotes: ["family"],
    posts: [
      {
        by: "fern",
        hoursAgo: 150,
        label: "closed",
        text: "My job depends on an organisation that would not like what I write here. That's all. It helps to have said it somewhere.",
      },
      {
        by: "survivor",
        hoursAgo: 149,
        text: "You aren't the only one. I have one name for here and another for the newsletter, and I never open both on the same evening.",
      },
      {
        by: "moderator",
        hoursAgo: 140,
        text: "A thing that helped me: writing down, for myself, three sentences that I *can* sign anywhere.",
      },
    ],
  },
  {
    space: "commons",
    language: "es",
    title: "Lo que sí ayudó esta semana",
    contentNotes: [],
    posts: [
      { by: "lluvia", hoursAgo: 60, text: "Alguien me acompañó a la oficina y no habló por mí. Solo estuvo." },
      { by: "maiz", hoursAgo: 50, text: "Dormí. Parece poco." },
      { by: "second", hoursAgo: 45, text: "No es poco." },
    ],
  },
  {
    space: "letter-circle",
    language: "en",
    title: "Draft of the letter, third round",
    contentNotes: ["court"],
    posts: [
      {
        by: "organizer",
        hoursAgo: 30,
        label: "closed",
        text: "What we ask for, in order:\n\n1. the lamp on Mill Road\n2. that carrying condoms is no evidence\n3. a seat at the table **before** the plan is written\n\nWho objects to the order? Say it here or on Thursday.",
      },
      { by: "survivor", hoursAgo: 26, text: "I'd put the seat first. With it, we can ask for the rest every month." },
    ],
  },
];

/** What somebody in the demo reported some hours ago: the only open case. */
export const demoReport = {
  by: "survivor" as DemoKey,
  hoursAgo: 5,
  /** Found by how it begins. */
  post: "Nobody talks like this unless",
  input: {
    conduct: "slur",
    wish: "stop",
    words:
      "I asked a question about a lamp and was called bought. I'd like this to stop; I don't need to know who they are.",
    aboutMe: true,
    relief: [],
  },
} as const;

/** What the demo's gathering is about; it begins two days after the first start. */
export const demoGathering = {
  title: "Reading hour: two evaluations, one city",
  purpose: "We read two short reports side by side and note what each one counts, leaves out, and asks of us.",
  groundRules:
    "Speak for yourself. No names, places or employers. What is said here stays here. You can leave at any time, and nobody will ask why.",
  lengthMinutes: 60,
};
