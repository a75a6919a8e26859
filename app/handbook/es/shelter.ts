import type { HandbookPage } from "../page-shape";

export default {
  title: "Refugio",
  lead: "Para cuando te llega demasiado, y para cuando alguien más puede tener tu teléfono.",
  sections: [
    {
      title: "Qué hace",
      text: [
        "En Yo, [Refugio](/me/shelter) hace que a uno de tus nombres solo le llegue lo de quienes conoces: durante uno, tres o siete días. Termina por sí solo, y puedes terminarlo antes o alargarlo.",
        [
          "Lo que gente desconocida te responde está en su tema para todo el mundo. Para ti queda plegado, y nada lo anuncia.",
          "Sus menciones y sus invitaciones a círculos esperan en una [carpeta](/me/shelter/held) tuya. Puedes mirar o dejarlo; se borra a los 30 días.",
          "La gente desconocida ve lo de siempre. Nadie puede saber si estás en refugio.",
        ],
        "Conoces a quien tuvo un intercambio contigo al menos tres días antes de que empezara, y a quien comparte un círculo contigo.",
      ],
    },
    {
      title: "Alguien que lee por ti",
      text: [
        "Puedes pedir a alguien de tu confianza, que lleve aquí bastante tiempo, que mire lo que espera: te **pasa** lo que querrías, **aparta** el resto o marca lo que reportaría. Nunca ve mensajes, invitaciones ni tus otros nombres, y nada se reporta en tu nombre. Termina con el refugio.",
        "Puede decir que no. Quien dice que sí nunca decide un caso tuyo.",
      ],
    },
    {
      title: "Alguien que tiene tu teléfono",
      text: [
        "Si tu sesión está abierta en él, puede:",
        [
          "ver que estás en refugio, hasta cuándo y quién lee por ti",
          "abrir lo plegado o lo retenido, mostrarlo todo o tirarlo: cada mensaje se puede volver a mostrar en su tema",
        ],
        "Sin tus palabras o tu frase no puede:",
        [
          "empezar un refugio, para aislarte",
          "terminarlo ni alargarlo",
          "elegir quién lee por ti, ni quitarle el permiso",
        ],
        "Durante diez minutos después de que las escribas, sí puede. **Salir ya** acaba con eso y cierra tu sesión.",
      ],
    },
  ],
} satisfies HandbookPage;
