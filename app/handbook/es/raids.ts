import type { HandbookPage } from "../page-shape";

export default {
  title: "Cuando atacan a todo el lugar",
  lead: "Qué hace el programa por sí solo en un ataque, qué notas tú y qué puede añadir quien modera.",
  sections: [
    {
      title: "El escudo",
      text: [
        "El sitio cuenta por horas, para todo el mundo junto: quién llega, quién reporta, los primeros mensajes de quien acaba de llegar y los intentos fallidos de entrar. Cuando pasa mucho más de lo habitual a esa hora, los límites de quien acaba de llegar se estrechan, en tres pasos. Cuando vuelve la calma, se abren solos.",
        "Si llevas tiempo aquí, tus límites siguen igual. Reportar, recuperar la cuenta, entrar y salir, irse y retirar palabras no cambia nunca para nadie.",
        "Una línea en cada página dice que es así, y hasta cuándo por lo menos. El [registro público](/log) dice quién lo decidió.",
      ],
    },
    {
      title: "Páginas lentas",
      text: [
        "Si hay demasiado que hacer, la lectura espera: primero la de quien está de visita, luego la de quien tiene cuenta. Una página de pocas palabras lo dice, y cuándo volver. Lo que enviaste, un reporte, cerrar la sesión y **Salir ya** pasan siempre.",
      ],
    },
    {
      title: "Para quien modera",
      text: [
        "Te avisa cuando empieza, y la página del escudo muestra las cuentas. También puedes empezarlo tú, con un motivo, o terminarlo enseguida. Para más de 72 horas hace falta que otra persona esté de acuerdo.",
        [
          "Empiézalo cuando sepas de un ataque que las cuentas todavía no ven.",
          "Los reportes de gente que llegó junta cuentan una vez, por muchos que sean.",
          "A menudo basta con un tema lento, o cerrado para algunas personas.",
          "Di en un tema lo que pasa. El silencio asusta más.",
        ],
      ],
    },
  ],
} satisfies HandbookPage;
