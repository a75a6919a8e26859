import type { HandbookPage } from "../page-shape";

export default {
  title: "Elegir un nombre",
  lead: "El nombre con el que hablas es lo único que las demás personas ven de ti.",
  sections: [
    {
      title: "Uno que no lleve a ninguna otra parte",
      text: [
        "Toma un nombre que no uses en ningún otro sitio: ni en un juego, ni en un correo, ni como te llaman tus amistades. Si quieres, toma uno de los que propone la página.",
        "El programa no acepta nombres que se parezcan al de otra persona, que suenen a un cargo o que lleven un número o una dirección.",
      ],
    },
    {
      title: "Más de uno",
      text: [
        "Puedes tener hasta cinco, en [Nombres](/me/names). A nadie se le muestra cuáles van juntos, tampoco a quien modera. Arriba en la página se lee con qué nombre hablas.",
        "Cada nombre lleva una hoja pequeña, dibujada al azar. Las hojas de una misma persona no tienen nada en común.",
      ],
    },
    {
      title: "Lo que aun así puede delatar que dos nombres van juntos",
      text: [
        "Cómo escribes, de qué y cuándo. Quien lee con paciencia puede notarlo. Ayuda mantenerlos aparte:",
        [
          "un nombre para un espacio o para una parte de tu vida;",
          "no los dos en la misma noche;",
          "ninguna historia contada dos veces con los mismos detalles.",
        ],
      ],
    },
    {
      title: "Si alguien te reconoce",
      text: [
        "Puedes [quemar un nombre](/me/burn): con una pulsación se oculta todo lo que escribió, y el nombre no vuelve a usarse. Tienes un día para cambiar de idea. Más en [Retirar cosas](/handbook/taking-back).",
      ],
    },
  ],
} satisfies HandbookPage;
