import type { Clause } from "#db/schema";

/** The agreements that a new community begins with: version 1, in both languages. Members can change them. */
export const firstAgreements: Clause[] = [
  {
    key: "many-voices",
    conducts: [],
    protected: true,
    en: {
      title: "Many voices",
      text: "Questioning demand reduction is no breach, and neither is supporting it. Nobody here speaks for all. Disagree with what is said, and leave standing who said it.",
    },
    es: {
      title: "Muchas voces",
      text: "Cuestionar las políticas contra la demanda no rompe ningún acuerdo, y apoyarlas tampoco. Aquí nadie habla en nombre de todo el mundo. Discute lo que se dice y respeta a quien lo dice.",
    },
  },
  {
    key: "no-outing",
    conducts: ["outing"],
    protected: true,
    en: {
      title: "Nobody is outed",
      text: "Don't publish, hint at or ask around for anybody's name, face, place, work, papers or other pseudonyms. What somebody told you elsewhere stays there.",
    },
    es: {
      title: "A nadie se le expone",
      text: "No publiques, insinúes ni busques el nombre, la cara, el lugar, el trabajo, los papeles u otros seudónimos de nadie. Lo que alguien te contó en otra parte se queda ahí.",
    },
  },
  {
    key: "no-threats",
    conducts: ["threat", "danger-to-life"],
    protected: false,
    en: {
      title: "No threats",
      text: "Don't threaten anybody or those close to them, with violence, police, immigration, courts, services or a funder.",
    },
    es: {
      title: "Sin amenazas",
      text: "No amenaces a nadie ni a su gente: ni con violencia, ni con la policía, migración, juzgados, servicios o financiadores.",
    },
  },
  {
    key: "no-sexual-harassment",
    conducts: ["sexual-harassment", "intimate-image", "child-material"],
    protected: false,
    en: {
      title: "Bodies belong to those who live in them",
      text: "No sexual remarks, requests or pictures that weren't asked for. No intimate image of anybody without their consent. Nothing sexual about children, ever.",
    },
    es: {
      title: "Cada cuerpo es de quien lo vive",
      text: "Nada de comentarios, peticiones o imágenes sexuales que nadie pidió. Ninguna imagen íntima de nadie sin su consentimiento. Nada sexual sobre menores, nunca.",
    },
  },
  {
    key: "no-exploitation",
    conducts: ["exploitation"],
    protected: false,
    en: {
      title: "Nobody is bought or recruited here",
      text: "No buying, selling, recruiting or “offers of work” here, and no collecting of contacts for it.",
    },
    es: {
      title: "Aquí a nadie se compra ni se capta",
      text: "Nada de comprar, vender, captar ni “ofrecer trabajo” aquí, ni de juntar contactos para hacerlo.",
    },
  },
  {
    key: "no-pile-ons",
    conducts: ["pile-on", "contact-after-block", "false-reporting"],
    protected: false,
    en: {
      title: "No pile-ons",
      text: "Don't call others to come at somebody, and don't join in. Who blocked you has left the talk: let them. Reporting in good faith is always welcome; reporting as a weapon is not.",
    },
    es: {
      title: "Sin ataques en grupo",
      text: "No llames a otras personas contra alguien, ni te sumes. Quien te bloqueó dejó la conversación: respétalo. Reportar de buena fe siempre es bienvenido; usar los reportes como arma, no.",
    },
  },
  {
    key: "no-slurs",
    conducts: ["slur"],
    protected: false,
    en: {
      title: "No slurs, no accusations by label",
      text: "Don't call anybody part of a “pimp lobby”, a traitor, a fake survivor or the like, and don't use slurs. Say what you think is wrong with the argument.",
    },
    es: {
      title: "Sin insultos ni etiquetas que acusan",
      text: "No digas que alguien es del “lobby proxeneta”, que traiciona o que finge haber sobrevivido, y no uses insultos. Di qué te parece mal del argumento.",
    },
  },
  {
    key: "own-story",
    conducts: ["pressure-to-disclose", "mining-stories"],
    protected: false,
    en: {
      title: "Your story is yours",
      text: "Nobody has to tell, prove or repeat what happened to them. Don't press for it, don't collect it, don't carry it elsewhere. Obey the label on each post.",
    },
    es: {
      title: "Tu historia es tuya",
      text: "Nadie tiene que contar, demostrar ni repetir lo que vivió. No presiones, no recolectes historias, no las lleves a otra parte. Respeta la etiqueta de cada mensaje.",
    },
  },
  {
    key: "speak-as-yourself",
    conducts: ["impersonation"],
    protected: false,
    en: {
      title: "Speak as yourself",
      text: "Don't pass yourself off as somebody else, and don't speak for survivors, a group or this community unless they asked you to.",
    },
    es: {
      title: "Habla por ti",
      text: "No te hagas pasar por otra persona, ni hables en nombre de quienes sobrevivieron, de un grupo o de esta comunidad si no te lo pidieron.",
    },
  },
  {
    key: "care",
    conducts: ["other"],
    protected: false,
    en: {
      title: "Care for the place",
      text: "Put a content note where a text may be heavy. Take disputes to a report instead of a fight. The software and everybody with an office are bound by these agreements, too.",
    },
    es: {
      title: "Cuida este lugar",
      text: "Pon un aviso cuando un texto pueda pesar. Lleva los conflictos a un reporte en vez de a una pelea. El software y quienes tienen un cargo también cumplen estos acuerdos.",
    },
  },
  {
    key: "age",
    conducts: [],
    protected: false,
    en: {
      title: "Age",
      text: "This place is for people of 16 and over. If you're younger you're welcome to read and to get help here, without circles and without messages from strangers.",
    },
    es: {
      title: "Edad",
      text: "Este lugar es para personas de 16 años o más. Si tienes menos, puedes leer y encontrar ayuda aquí, sin círculos y sin mensajes de gente desconocida.",
    },
  },
];
