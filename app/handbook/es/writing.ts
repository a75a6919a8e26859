import type { HandbookPage } from "../page-shape";

export default {
  title: "Escribir",
  lead: "Tú decides qué cuentas, quién puede repetirlo y qué aviso lleva delante.",
  sections: [
    {
      title: "Aquí nadie necesita tu historia",
      text: [
        "Puedes hablar de leyes, de planes o del tiempo sin decir nunca qué te pasó. Presionar a alguien para que cuente va contra los acuerdos, y reunir historias ajenas también.",
        "Lee otra vez lo que escribiste con los ojos de alguien que te conoce: lugares, fechas, edades, el nombre de una criatura o de un juzgado.",
      ],
    },
    {
      title: "Avisos de contenido",
      text: [
        "Dicen qué toca un texto antes de abrirlo. Elige de la lista o usa tus palabras. Lo que lleva aviso, cada quien lo abre cuando puede.",
      ],
    },
    {
      title: "Quién puede citarte",
      text: [
        "Cada mensaje lleva una etiqueta: **no citar**, **preguntar antes de citar** o **se puede citar**. Lo que no se puede citar no se muestra nunca a quien no ha entrado. Puedes cambiar la etiqueta más tarde, pero la copia que alguien hizo sigue siendo una copia.",
      ],
    },
    {
      title: "Lo que ven las demás personas",
      text: [
        "Días, nunca horas. Nadie ve si estás aquí, qué has leído ni cuántas veces. No hay «me gusta» ni puestos.",
        "Cada espacio dice quién puede leer: los **abiertos**, cualquiera; los de **miembros**, quien ha entrado; los **círculos**, solo quien recibió invitación.",
      ],
    },
  ],
} satisfies HandbookPage;
