import type { HandbookPage } from "../page-shape";

export default {
  title: "De qué no podemos protegerte",
  lead: "Dicho con claridad, para que puedas decidir qué escribes aquí.",
  sections: [
    {
      title: "De tu lado",
      text: [
        [
          "Un programa en tu dispositivo que te vigile, o alguien que te obligue a desbloquearlo. Otro dispositivo, en otro lugar, es más seguro.",
          "Alguien que mira la pantalla, y el historial del navegador. En [Salir con prisa](/leave/help) dice qué ayuda.",
          "Alguien que conoce tu manera de escribir, o una historia que solo tú podrías contar.",
        ],
      ],
    },
    {
      title: "Entre miembros",
      text: [
        "Quien puede leer un texto puede copiarlo o sacarle una foto. Nada de aquí lo puede impedir, y un programa que diga que sí no es honesto.",
        "Un ataque que ocurre en otros sitios se puede nombrar aquí, y quienes moderan pueden mirar qué le hace a este lugar. Allí no llegan.",
      ],
    },
    {
      title: "De nuestro lado",
      text: [
        "Quien lleva el servidor tiene su llave. Si se volviera en tu contra, o si le obligaran, podría saber qué nombres van juntos, leer lo sellado y cambiar el programa. Por eso se guarda tan poco: ninguna dirección, ningún correo, ninguna hora.",
        "[Todo lo que podríamos entregar](/what-we-could-hand-over) lo enumera, hecho a partir del propio plan de la base de datos. [Privacidad](/privacy) dice cuánto se guarda cada cosa.",
      ],
    },
  ],
} satisfies HandbookPage;
