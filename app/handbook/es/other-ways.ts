import type { HandbookPage } from "../page-shape";

export default {
  title: "Otras formas de que te escuchen",
  lead: "Para lo que no se puede reportar desde una cuenta de aquí, y para lo que quieres guardar.",
  sections: [
    {
      title: "Cuando viene mucha gente a la vez",
      text: [
        "No tienes que leerlo, reunirlo ni demostrarlo. Pulsa [Esto es un ataque en grupo](/pile-on), también junto a cualquier mensaje tuyo: lo que gente nueva para ti escribió a tu nombre se reúne en un solo caso, y lo que venga después se une a él.",
        "Puede que el programa lo note antes. Entonces aparece en [Novedades](/notifications), y dices qué quieres: que la gente nueva para ti vaya despacio, solo reunir, o parar, porque es amable. Con una sola pulsación silencias a toda la gente que participó, solo para ti.",
        "Si lees lo que pasa: no les respondas, reporta un mensaje una vez y dile a esa persona que estás de su lado.",
      ],
    },
    {
      title: "Para quien no tiene cuenta",
      text: [
        "Quien no es miembro puede [reportar sin cuenta](/report/outside) y pedir que se [quite](/takedown) una imagen íntima o material sexual en el que salga un niño o una niña. Sigue cómo va con un código, y nadie pregunta quién es.",
      ],
    },
    {
      title: "Lo que pasó en otra parte",
      text: [
        "En otro grupo, por mensaje, en la calle: eso también se puede [reportar](/report/elsewhere), con tus palabras, con el día y una imagen si quieres. Di quién de este lugar crees que fue, o déjalo vacío.",
        "Es un caso como cualquier otro. Si no nombra a nadie de aquí, termina en palabras: alguien lo lee, te responde, y consta.",
      ],
    },
    {
      title: "Un diario para ti",
      text: [
        "En Yo tienes un [diario](/me/journal): lo que te han hecho, aquí o donde sea, con el día, el lugar, quién fue y una imagen. Solo lo lees tú. Pide tu secreto y queda abierto diez minutos.",
        "Está cerrado con tus palabras o tu frase, y con tu código de recuperación. Si lo pierdes todo, nadie puede abrirlo. El documento que hagas con él queda abierto en tu dispositivo.",
        "Por sí solo no prueba nada: los días son los que tú das, y el sitio solo guarda el mes. Un reporte puede empezar con una nota.",
        "Si la misma organización hizo daño a más gente, puedes [preguntarlo](/me/journal/match): cinco que la nombran se enteran de que hay más.",
      ],
    },
  ],
} satisfies HandbookPage;
