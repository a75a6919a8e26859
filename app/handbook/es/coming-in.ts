import type { HandbookPage } from "../page-shape";

export default {
  title: "Unirte y entrar",
  lead: "Sin correo, sin teléfono, sin nombre real: con palabras que solo tú tienes.",
  sections: [
    {
      title: "Unirte",
      text: [
        "Alguien puede darte un enlace de invitación, que sirve una vez. Si la comunidad está abierta, en [Unirme](/join) también se entra sin él. Nadie pregunta quién eres ni qué te pasó.",
        "El programa sabe durante 30 días quién invitó a quién. Después solo queda un número del que nadie puede leer nada.",
      ],
    },
    {
      title: "Tus siete palabras",
      text: [
        "Se te muestran siete palabras, una sola vez. Las dos primeras encuentran tu cuenta y las otras cinco la abren. Nadie puede volver a enviártelas.",
        [
          "Apúntalas en papel y guárdalo donde solo mires tú. Puede parecer una lista de la compra.",
          "O apréndelas como el verso de una canción.",
          "Una foto de ellas la ve también lo que guarda tus fotos.",
        ],
        "Si te resulta más fácil con palabras tuyas, puedes poner una frase de 15 letras o más en lugar de las cinco, en [Entrada](/me/security).",
      ],
    },
    {
      title: "El código de recuperación",
      text: [
        "Abre tu cuenta una vez si se pierden las palabras, te da otras nuevas y cierra todas las sesiones abiertas. Guárdalo aparte de las palabras. Puedes hacer uno nuevo cuando quieras.",
      ],
    },
    {
      title: "Un segundo paso, si quieres",
      text: [
        "Además de tus palabras se puede pedir una llave de acceso o una aplicación que muestra códigos. Quien revise tu teléfono puede encontrar ambas: por eso son una opción y nunca una obligación. Si el teléfono ya no está, el código de recuperación te deja entrar sin ellas.",
      ],
    },
    {
      title: "Dónde tienes la sesión abierta",
      text: [
        "En [Dispositivos](/me/sessions) están tus sesiones abiertas, con la palabra que elegiste y el día en que empezaron. No se guarda ninguna dirección ni navegador. Puedes cerrar cualquiera, o todas.",
        "Si escribiste mal una palabra varias veces, el siguiente intento tarda un poco más, 42 segundos como mucho. Nadie puede dejarte fuera probando palabras.",
      ],
    },
  ],
} satisfies HandbookPage;
