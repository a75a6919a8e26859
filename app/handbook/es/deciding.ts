import type { HandbookPage } from "../page-shape";

export default {
  title: "Decidir casos",
  lead: "Cómo decide la moderación, y por qué así. Lo puede saber cualquiera.",
  sections: [
    {
      title: "A quién le toca un caso",
      text: [
        "Cada caso va por sorteo a la mitad de las personas que moderan y están libres para él. Quien reportó, quien fue objeto del reporte o tiene un vínculo con alguien no lo ve nunca. Así nadie elige quién le juzga, y no ver un caso no le dice nada a nadie.",
      ],
    },
    {
      title: "Cómo se decide",
      text: [
        "Quien toma un caso lo tiene durante 15 minutos desde cada cosa que hace, para que dos personas no decidan a la vez.",
        [
          "Cuenta el acuerdo que regía cuando se escribió.",
          "Quien reporta es un número. Una pregunta cada vez, cinco en total: más es un interrogatorio.",
          "Antes de algo grave se escucha a la otra parte, salvo que eso pueda revelar quién habló.",
          "«No rompe ningún acuerdo» es una respuesta completa. Si no, lo mínimo que lo detenga.",
        ],
      ],
    },
    {
      title: "Dos personas",
      text: [
        "Una expulsión, una suspensión de más de 7 días, y ponerles fin antes de tiempo, piden una segunda persona. Lo que alguien hace al instante se acaba en un día: el poder que se toma a solas tiene que terminar solo. Lo que expone o amenaza a alguien sigue oculto hasta que se decida.",
      ],
    },
    {
      title: "Contra una sola persona",
      text: [
        "Un ataque de mucha gente es un solo caso: quien lo sufre no tiene que demostrar cada piedra. Y muchos reportes a la vez pueden ser el ataque. Reportar de buena fe no rompe nunca un acuerdo.",
      ],
    },
    {
      title: "Lo que no hace la moderación",
      text: [
        [
          "Decidir sobre una postura.",
          "Buscar quién es un nombre, ni llamar a la policía.",
          "Mirar material de menores: eso es para quienes cuidan el servidor.",
          "Escribir a una parte fuera del caso.",
        ],
        "Cada decisión está en el [registro público](/log), sin nombres.",
      ],
    },
  ],
} satisfies HandbookPage;
