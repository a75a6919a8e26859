export default {
  title: "Te damos la bienvenida",
  leads: {
    invitation:
      "Alguien de aquí te ha invitado. Para unirte no pedimos nada que te señale: ni nombre, ni correo, ni teléfono, ni tu historia, ni pruebas.",
    itself:
      "El paso está abierto. Para unirte no pedimos nada que te señale: ni nombre, ni correo, ni teléfono, ni tu historia, ni pruebas. Tienes dos horas.",
    founding:
      "Eres la primera persona aquí. Cuidarás del servidor y, mientras sean pocas personas, también atenderás los reportes.",
  },
  foundingTitle: "Empezar una comunidad",
  steps: {
    title: "Qué va a pasar",
    name: "Eliges el nombre que verán las demás personas.",
    words: "Te mostramos siete palabras para entrar y un código de recuperación. Una sola vez.",
    in: "Escribes una de las palabras y ya estás dentro. Antes de eso no existe nada.",
  },
  agreements: "Al unirte aceptas cuidar",
  agreementsLink: "los acuerdos de este lugar",
  community: {
    title: "El nombre de la comunidad",
    hint: "Aparece en el título de las páginas, a la vista de quien mire por encima del hombro. Mejor que no diga de qué va este lugar.",
    needed: "Dale a la comunidad un nombre de hasta 40 letras.",
  },
  name: {
    title: "Un nombre para hablar",
    hint: "Fuera de aquí no lleva a ninguna parte. Más adelante puedes añadir otros; nadie podrá saber que van juntos.",
    own: "Mis propias palabras",
    ownLabel: "Tu propio nombre",
    ownHint: "Mejor que no sea uno que uses en otro sitio. Hasta 30 letras.",
    another: "Ver otros nombres",
    go: "Seguir con este nombre",
    goConsequence: "Después verás las palabras con las que vas a entrar.",
    choose: "Elige un nombre o escribe el tuyo.",
  },
  age: {
    title: "Tu edad",
    hint: "No pedimos tu cumpleaños. Con las dos respuestas puedes entrar; si tienes menos, algunas cosas quedan cerradas para cuidarte.",
    older: "Tengo {{age}} años o más",
    younger: "Tengo menos",
    choose: "Di cuál de las dos es.",
  },
  younger: {
    title: "Qué bien que estés aquí",
    lead: "Puedes unirte. Y hay personas que están ahí para gente de tu edad, pase lo que pase y decidas lo que decidas.",
    different: "Qué es distinto aquí para ti",
    circles: "Los círculos, los grupos pequeños y cerrados, no se abren. A nadie se le dice por qué.",
    messages: "Nadie puede escribirte a solas si antes no lo aceptas.",
    nobodySees: "Nadie ve lo que dijiste de tu edad. Aquí no se muestra a nadie.",
    later: "Cuando tengas {{age}}, podrás decirlo tú en «Lo mío».",
    go: "Seguir a mis palabras",
    goConsequence:
      "Después verás las palabras con las que vas a entrar. No existe nada hasta que escribas una de ellas.",
    notNow: "Ahora no",
    talk: "Alguien con quien hablar",
    adult:
      "No tienes que llevar esto a solas. Si hay una persona adulta en quien confías (en la escuela, en el médico, en un centro juvenil, en tu familia), puedes enseñarle una línea de lo que quisieras decir.",
    lines:
      "Estas líneas también están para ti. Al lado de cada una pone qué pasa con la policía, para que decidas antes de llamar.",
  },
  open: {
    go: "Empezar",
    progress: "Cuánto lleva el rompecabezas",
    working: "Trabajando: {{percent}} % hecho. Mientras tanto puedes seguir leyendo.",
    failed: "Tu dispositivo no pudo. No se pierde nada: la página de espera, aquí abajo, lleva al mismo lugar.",
    wait: "O esperar dos minutos",
    waitMore:
      "Si tu dispositivo es lento, si no usas scripts o si simplemente lo prefieres: te damos un lugar en una fila corta. No se guarda nada de ti.",
    waitGo: "Tomar un lugar en la fila",
    waitConsequence: "En dos minutos lleva a la misma página.",
  },
  openTo: {
    join: {
      work: "Entrar ahora",
      workMore:
        "Tu dispositivo resuelve por sí mismo un pequeño rompecabezas. Tarda unos segundos; así ningún programa puede crear cuentas por miles. No se vigila a nadie ni se pregunta a ningún otro sitio.",
      goConsequence: "Cuando termine, eliges tu nombre.",
      done: "Hecho. Te llevamos a elegir tu nombre.",
    },
    outside: {
      work: "Seguir ahora",
      workMore:
        "Tu dispositivo resuelve por sí mismo un pequeño rompecabezas. Tarda unos segundos; así ningún programa puede enviar reportes por miles. No se vigila a nadie ni se pregunta a ningún otro sitio.",
      goConsequence: "Cuando termine, llegas al formulario.",
      done: "Hecho. Te llevamos al formulario.",
    },
  },
  waitingTo: {
    join: {
      lead: "Tienes un lugar. En unos dos minutos eliges tu nombre.",
      why: "La espera existe para que nadie pueda crear cuentas por miles. Tu lugar está en la dirección de esta página y en ninguna otra parte, y vale en la línea que usas ahora.",
    },
    outside: {
      lead: "Tienes un lugar. En unos dos minutos llegas al formulario.",
      why: "La espera existe para que nadie pueda enviar reportes por miles. Tu lugar está en la dirección de esta página y en ninguna otra parte, y vale en la línea que usas ahora.",
    },
  },
  waiting: {
    title: "Una espera corta",
    twoMinutes: "Faltan menos de dos minutos",
    oneMinute: "Falta menos de un minuto",
    moves: "Cuando llegue el momento, esta página avanza sola, una vez. Mientras tanto puedes hacer otra cosa.",
    stillMore:
      "Esta página se queda quieta. Pulsa «Mirar si ya es la hora» cuando quieras; tu lugar se guarda dos horas.",
    look: "Mirar si ya es la hora",
    still: "Dejar quieta esta página",
    move: "Dejar que avance sola",
  },
  gone: { title: "Este enlace no se puede usar", again: "Cómo unirse" },
  policy: {
    title: "Unirse",
    invite:
      "Esta comunidad crece por invitación: alguien de aquí te da un enlace. Ningún formulario pregunta quién eres.",
    inviteMore: "Si conoces a alguien de aquí, pídeselo. Lo que cualquiera puede leer está abierto también sin cuenta.",
    closed: "En este momento nadie puede unirse. Lo que cualquiera puede leer sigue abierto.",
    open: "Cualquiera puede unirse. Ningún formulario pregunta quién eres, y nadie tiene que darte permiso.",
    openMore: "Si alguien de aquí te dio un enlace, ábrelo: con él entras sin rompecabezas y sin espera.",
    haveAccount: "Tengo una cuenta",
    read: "Ver lo que está abierto",
  },
  invitations: {
    title: "Invitaciones",
    lead: "Un enlace para una persona, durante 14 días. Quién invitó a quién se guarda 30 días, para proteger de ataques, y no se muestra a nadie.",
    label: "Una nota para ti",
    labelHint: "Solo la ves tú. Mejor que no sea un nombre que otras personas conozcan.",
    create: "Crear un enlace",
    created: "Aquí está tu enlace. Envíalo de forma que solo lo vea la otra persona.",
    link: "El enlace",
    until: "sirve hasta el",
    revoke: "Retirarlo",
    revoked: "El enlace ya no sirve.",
    none: "No hay invitaciones abiertas",
    noneMore: "Aquí estarán los enlaces que nadie ha usado todavía.",
    unlabelled: "Una invitación",
    cannot: "Todavía no puedes invitar a nadie.",
  },
  firstSpaces: {
    welcome: { name: "Bienvenida", purpose: "Qué es este lugar, para quien pase por aquí. Cualquiera puede leer." },
    commons: { name: "Lo común", purpose: "Para quienes estamos aquí: preguntas, planes y cómo te fue el día." },
  },
};
