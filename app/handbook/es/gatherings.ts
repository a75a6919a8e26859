import type { HandbookPage } from "../page-shape";

export default {
  title: "Encuentros",
  lead: "Hablar a una hora fijada, donde sigue quien menos ha podido hablar.",
  sections: [
    {
      title: "Antes",
      text: [
        "En [Encuentros](/gatherings) está lo previsto, con la hora en UTC, para que la página no diga nada de dónde estás. Puedes decir que irás. Nadie ve quién; quienes organizan ven cuántas personas.",
      ],
    },
    {
      title: "En la puerta",
      text: [
        "Aceptas las reglas y eliges cómo entrar: con uno de tus nombres o con una **máscara**, el nombre de una planta, solo para este encuentro. De quién era cada máscara está cifrado y se borra con los mensajes, salvo que alguien reporte lo que se dijo.",
      ],
    },
    {
      title: "En la sala",
      text: [
        [
          "**Levantar la mano** te pone en la lista. Va primero quien menos ha hablado, y se ve por qué.",
          "Quien tiene la palabra la tiene durante un tiempo fijado. Si se deja abierto, las demás personas pueden escribir al margen.",
          "Puedes escuchar todo el rato. Puedes irte cuando quieras, sin decir nada.",
          "Quien organiza puede hacer una pausa para respirar.",
        ],
      ],
    },
    {
      title: "Después",
      text: [
        "Lo que se dijo desaparece 24 horas después del final, salvo que la página dijera antes de empezar que se guardaría. No se guarda quién estuvo. Queda un resumen, cuando quienes estuvieron lo han podido leer.",
      ],
    },
  ],
} satisfies HandbookPage;
