export default {
  home: {
    title: "Espacios",
    guestTitle: "Un lugar resguardado para hablar",
    guestLead:
      "Aquí nos encontramos con nombres que cada quien elige, para hablar, organizarnos y decidir en común. Cualquiera puede leer los espacios abiertos; a nadie se le pregunta quién es.",
    member: "Donde se conversa. Junto a cada tema verás lo nuevo desde tu última lectura.",
    emptyTitle: "Todavía no hay espacios",
    empty: "Los abre quien cuida el servidor. Los primeros aparecerán aquí.",
    emptyGuest: "Aquí no hay nada que se pueda leer sin cuenta. Con una invitación verás más.",
    open: "Abrir un espacio",
  },
  kinds: { open: "Abierto", members: "Para miembros", circle: "Círculo" },
  kindsMean: {
    open: "Cualquiera puede leer aquí, también sin cuenta.",
    members: "Quien haya entrado con su cuenta puede leer y hablar aquí.",
    circle: "Por invitación, nombre por nombre. Solo quienes están dentro saben que existe.",
  },
  languages: { en: "Inglés", es: "Español", both: "Español e inglés" },
  fields: {
    name: "Nombre",
    nameHint: "Corto, y que no llame la atención si alguien mira la pantalla.",
    purpose: "Para qué es",
    kind: "Para quién es",
    language: "Idioma",
    position: "Lugar en la lista",
    positionHint: "Los números más bajos van primero.",
    indexable: "Los buscadores pueden leer este espacio",
    indexableHint: "Se les pide que no lo hagan mientras no lo marques. Solo en espacios abiertos.",
  },
  errors: {
    missing: "Esto sigue vacío.",
    "too-long": "Es más largo de lo que cabe.",
    other: "Esto todavía no está bien.",
  },
  new: {
    title: "Abrir un espacio",
    lead: "El tipo de espacio no se cambia después. El registro público dirá que se abrió.",
    go: "Abrir el espacio",
  },
  change: {
    title: "Cambiar este espacio",
    lead: "El registro público dirá que se cambió.",
    go: "Guardar los cambios",
    link: "Cambiar este espacio",
  },
  people: {
    title: "Quiénes están en este círculo",
    lead: "Solo quienes están dentro ven esta página.",
    host: "cuida el círculo",
    invited: "con invitación",
    invite: "Invitar a un nombre",
    inviteHint: "Tal como aparece junto a sus mensajes. La decisión es suya.",
    inviteGo: "Invitar",
    leave: "Salir de este círculo",
    leaveConsequence:
      "Dejarás de verlo cuando no quede dentro ninguno de tus nombres. Lo que escribiste se queda; si quieres que desaparezca, quítalo antes.",
    leaveAs: "¿Qué nombre sale?",
    leaveAsHint:
      "De uno en uno: si dos nombres salen a la vez, quienes están dentro podrían ver que son de la misma persona.",
    link: "Quiénes están aquí",
  },
  invitation: {
    title: "Una invitación a un círculo",
    lead: "Allí hablarías como {{name}}. Quienes están dentro verán ese nombre; tus otros nombres siguen siendo solo tuyos.",
    leadMany:
      "Hay invitación para varios de tus nombres. Quienes están dentro verán el que elijas; los demás siguen siendo solo tuyos.",
    which: "¿Para qué nombre es esta respuesta?",
    whichHint: "Si dos nombres responden casi a la vez, quienes están dentro podrían adivinar que van juntos.",
    accept: "Entrar al círculo",
    decline: "No, gracias",
    declined: "A nadie se le avisa si dices que no.",
  },
};
