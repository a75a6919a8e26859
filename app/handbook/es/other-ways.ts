import type { HandbookPage } from "../page-shape";

export default {
  title: "Otras formas de que te escuchen",
  lead: "Para lo que no se puede reportar desde una cuenta de aquí, y para lo que quieres guardar.",
  sections: [
    {
      title: "Para quien no tiene cuenta",
      text: [
        "Quien no es miembro puede [reportar sin cuenta](/report/outside) y pedir que se [quite](/takedown) una imagen íntima o material sexual en el que salga un niño o una niña. Sigue cómo va con un código, y nadie pregunta quién es.",
      ],
    },
    {
      title: "Un diario para ti",
      text: [
        "En Yo tienes un [diario](/me/journal): lo que te han hecho, aquí o donde sea, con el día, el lugar, quién fue y una imagen. Solo lo lees tú. Pide tu secreto y queda abierto diez minutos.",
        "Está cerrado con tus palabras o tu frase, y con tu código de recuperación. Si lo pierdes todo, nadie puede abrirlo. El documento que hagas con él queda abierto en tu dispositivo.",
        "Por sí solo no prueba nada: los días son los que tú das, y el sitio solo guarda el mes. Un reporte puede empezar con una nota que lleve el enlace de un mensaje o de la página de alguien de aquí.",
      ],
    },
  ],
} satisfies HandbookPage;
