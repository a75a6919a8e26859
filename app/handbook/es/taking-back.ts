import type { HandbookPage } from "../page-shape";

export default {
  title: "Retirar cosas",
  lead: "Un mensaje, un nombre o todo. Qué se va, qué queda y hasta cuándo puedes cambiar de idea.",
  sections: [
    {
      title: "Un borrador",
      text: [
        "En [Borradores](/me/drafts) está lo que guardaste. Si tiras uno, se borra al instante; los demás se van por su cuenta a los 30 días.",
      ],
    },
    {
      title: "Un mensaje",
      text: [
        "**Quitar**, junto a tu mensaje, borra su texto al instante, y de las copias de seguridad en 7 días. En su lugar queda dicho que quien lo escribió lo quitó. No se puede deshacer.",
        "Quedan dos cosas: lo que otras personas copiaron, y una copia sellada en un caso si alguien reportó el mensaje. Solo la lee quien decide ese caso.",
      ],
    },
    {
      title: "Un nombre",
      text: [
        "Si alguien descubrió quién está detrás de un nombre, puedes [quemarlo](/me/burn): todo lo que escribió se oculta al instante y el nombre se retira para siempre. Durante un día puedes deshacerlo; después, los mensajes se borran.",
        "**Retirar** un nombre es la manera callada: deja de hablar y sus mensajes quedan.",
        "Tus otros nombres siguen como antes, y nada dice que iban con él.",
      ],
    },
    {
      title: "Llevarte tus palabras",
      text: [
        "En [Lo mío](/me/export) puedes guardar todo lo tuyo en un archivo: páginas para leer en cualquier navegador, y lo mismo como datos. Tú eliges si lleva todos tus nombres o uno solo.",
        "**Un archivo con todos los nombres muestra que son una sola persona.** Guárdalo donde solo mires tú, y bórralo de las descargas de un dispositivo que usen otras personas.",
        "No lleva lo que escribieron otras personas ni nada que abra tu cuenta. Hacerlo no cambia nada aquí.",
      ],
    },
    {
      title: "Irte para siempre",
      text: [
        "Puedes [irte en un solo paso](/me/leave-for-good), con tus palabras. Todo lo tuyo se va al instante, menos los mensajes que elijas dejar: esos conservan el nombre con el que los escribiste. Si hay un caso abierto sobre ti, o algo que se te impuso, queda hasta que termine un número que no lleva nada de ti.",
        "No tienes que decir por qué, y no se avisa a nadie.",
      ],
    },
  ],
} satisfies HandbookPage;
