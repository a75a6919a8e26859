import type { HandbookPage } from "../page-shape";

export default {
  title: "Cuando alguien te ataca",
  lead: "No tienes que responder y no tienes que demostrar nada.",
  sections: [
    {
      title: "Primero, un poco de calma",
      text: [
        "Junto a cada mensaje, en **Más**. Actúan al instante, no se avisa a nadie y puedes deshacerlas en [Nombres de los que te apartaste](/me/blocks):",
        [
          "**Esconder este mensaje para mí**: se pliega para ti.",
          "**Silenciar**: lo que escribe este nombre se pliega para ti.",
          "**Bloquear**: lo mismo, y no puede mencionarte ni escribirte.",
        ],
        "Si te gustaría hablar con una persona, [aquí hay algunas](/helplines) de fuera de este lugar. Cada una dice si la policía puede enterarse.",
      ],
    },
    {
      title: "Reportar",
      text: [
        "**Reportar este mensaje** pregunta qué se hizo, con las palabras de los acuerdos, y qué desearías que pasara. Tus palabras pueden ser pocas.",
        "Se guarda una copia sellada, así que a nadie le sirve borrar el mensaje. Quien decide ve «Reporte 1», no tu nombre. A la otra parte no se le dice nunca quién reportó.",
        "Si ningún mensaje por sí solo lo muestra, la página de un nombre deja **Reportar varias cosas de este nombre juntas**: un solo reporte, con una copia de cada una.",
        "Si eres la persona expuesta, amenazada o mostrada, dilo en el formulario: el mensaje se oculta para cualquiera hasta que se decida.",
      ],
    },
    {
      title: "Cuánto tarda",
      text: [
        "Exponer la identidad, las amenazas, la explotación, las imágenes íntimas y el peligro de vida se deciden en 24 horas; lo demás, en 72. En [Mis reportes](/reports) ves cómo va y hasta cuándo. Quien tiene algo que ver nunca recibe el caso.",
        "La página de la decisión dice qué puedes hacer si crees que no es justa.",
      ],
    },
    {
      title: "Lo que no se reporta",
      text: [
        "No estar de acuerdo sobre leyes no rompe ningún acuerdo, sea cual sea la postura. Para eso están responder, silenciar y dejarlo estar.",
      ],
    },
  ],
} satisfies HandbookPage;
