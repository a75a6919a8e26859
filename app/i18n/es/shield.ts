export default {
  title: "El escudo",
  lead: "Cuando aquí pasa mucho más de lo normal, los límites de quien acaba de llegar se hacen más estrictos por sí solos, y vuelven a abrirse con la calma. Para quien lleva tiempo aquí nada cambia, ni para nadie cambia reportar, recuperar la cuenta, entrar o irse.",
  line: {
    step1:
      "Por un tiempo los límites son algo más estrictos: quien acaba de llegar puede escribir un poco menos seguido.",
    step2:
      "Por un tiempo los límites son más estrictos: quien lleva poco aquí puede escribir menos seguido, y pueden unirse menos personas por hora.",
    step3:
      "Por un tiempo los límites son mucho más estrictos: quien lleva poco aquí puede escribir menos seguido, y para unirse hace falta una invitación.",
    until: "Por lo menos hasta el",
    log: "Quién lo decidió",
    moderate: "Ver por qué",
  },
  steps: {
    "0": "Todo está como siempre.",
    "1": "Grado 1: quien acaba de llegar puede escribir, invitar y convocar la mitad; puede unirse la mitad de personas por hora.",
    "2": "Grado 2: quien acaba de llegar, un tercio; los demás miembros, tres cuartos; por invitación puede unirse un tercio de personas, y sin ella unas pocas.",
    "3": "Grado 3: quien acaba de llegar, un quinto; los demás miembros, la mitad; por invitación pueden unirse pocas personas, y sin ella nadie.",
  },
  stands: {
    software: "Lo subió el programa, por las cuentas de abajo.",
    softwareEases: "Baja un grado cuando haya calma, como muy pronto:",
    held: "La moderación sostiene el grado {{step}}, hasta:",
    reason: "Su razón:",
    until: "Termina del todo, si nadie más está de acuerdo:",
  },
  agree: "Dejar que dure más",
  agreeEffect: "Puede durar 72 horas más desde ahora. El registro público lo dice.",
  ownHold: "Lo empezaste o fuiste la última persona en estar de acuerdo: para más de 72 horas hace falta alguien más.",
  end: "Terminarlo ya",
  endEffect:
    "Todos los límites vuelven enseguida a ser los de siempre. El programa lo deja así 12 horas; cualquiera de la moderación puede empezarlo otra vez.",
  begin: "Empezarlo, o sostener otro grado",
  beginLead:
    "Para lo que las cuentas no ven: una llamada a atacar este lugar que alguien encontró en otra parte, o una tormenta que llega despacio.",
  step: "Qué grado",
  stepWrong: "Elige uno de los tres.",
  hours: "Por cuánto tiempo",
  hoursWrong: "Elige uno de estos.",
  reason: "Por qué",
  reasonHint:
    "Lo ve aquí el resto de la moderación. Sin nombres. El registro público solo dice que lo hizo alguien de la moderación.",
  reasonWrong: "Di por qué, en {{most}} caracteres como mucho.",
  do: "Hacer más estrictos los límites",
  doEffect: "Pasa enseguida y para toda la comunidad. Se avisa al resto de la moderación, y cada página lo dice.",
  done: {
    held: "Los límites son ahora más estrictos.",
    ended: "Los límites son otra vez los de siempre.",
    agreed: "Guardado: puede durar 72 horas más.",
  },
  counts: "En qué se basa",
  countsLead:
    "Se cuenta por horas y para toda la gente junta, cada cuenta o red una vez. La línea es lo normal a esa hora de la semana; por encima de los guiones empieza el primer grado. De las horas pasadas solo se guardan múltiplos de cinco.",
  kinds: {
    arrivals: "Cuentas nuevas",
    reports: "Miembros que reportaron algo",
    "first-posts": "Primeros mensajes de quien acaba de llegar",
    "sign-in-failures": "Redes con un intento fallido de entrar",
  },
  said: "{{now}} en esta hora, {{before}} en la anterior; lo normal a esta hora: {{usual}}. El primer grado empieza en {{from}}.",
  hour: "Hora (UTC)",
  count: "Contado",
  usual: "Normal",
  from: "Primer grado desde",
};
