/** Reportar lo que pasó fuera de este sitio. */
export default {
  title: "Algo que pasó en otra parte",
  lead: "En otro grupo, por mensaje, en la calle: cuéntalo con tus palabras. No tienes que demostrar nada, ni contar más de lo que quieras.",
  can: "Si fue alguien de aquí, quienes deciden pueden hacer algo aquí. Si no, o si nadie lo sabe, no pueden llegar a esa persona: lo leen, te responden y lo guardan por si vuelve a pasar.",
  journal: "Para anotarlo solo para ti está el diario",
  conductHint: "Elige lo que más se acerque. Sale de los acuerdos.",
  words: "Con tus palabras",
  wordsHint: "¿Qué debería saber alguien que no estaba?",
  place: "Dónde",
  placeHint: "Un enlace, el nombre de un sitio o de un grupo, una reunión. Solo se lee; este sitio nunca lo abre.",
  day: "El día",
  dayHint: "Si lo recuerdas. Se mira con los acuerdos de ese día.",
  who: "Quién de este lugar crees que fue",
  whoHint:
    "Su nombre aquí, o la dirección de su página. Así nunca lo atiende esa persona, ni nadie cercano. Déjalo vacío si no fue nadie de aquí, o si no lo sabes.",
  image: "Una imagen",
  imageHint:
    "JPEG, PNG o WebP, 2 MB como mucho: cabe una captura. Lo que una cámara escribe en el archivo, como el lugar, se quita. Nunca una en la que salga un niño o una niña.",
  happens: {
    case: "Es un caso propio, que se decide como cualquier otro. Nada de ello aparece en este sitio.",
    sealed:
      "Se guarda una copia sellada, con la imagen, para quienes deciden. La copia se borra 90 días después de cerrarse el caso.",
  },
  errors: {
    choose: "Elige una de estas. «Otra cosa» también vale.",
    missing: "Escribe aquí unas palabras.",
    long: "Es más largo de lo que cabe aquí. Sigue todo aquí: acórtalo un poco.",
    "no-day": "No es un día que haya pasado. Déjalo vacío, o escríbelo como 2026-05-04.",
    nobody: "Nadie de aquí tiene este nombre ni esta dirección. Déjalo vacío, y di con tus palabras quién fue.",
    child:
      "No envíes una imagen en la que pueda salir un niño o una niña, ni la guardes: en muchos lugares eso solo ya es delito. Di dónde está. Aquí se ha tirado.",
    large:
      "Esta imagen pesa más de 2 MB, o tiene demasiados píxeles. Tus palabras siguen aquí; una captura, o una copia más pequeña, cabría.",
    kind: "Esto no es un JPEG, un PNG ni un WebP. Tus palabras siguen aquí.",
    broken: "Esta imagen no está entera, o se mueve. Tus palabras siguen aquí; prueba con otra copia.",
    other: "Algo no está bien aquí.",
  },
};
