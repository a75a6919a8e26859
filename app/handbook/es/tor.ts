import type { HandbookPage } from "../page-shape";

export default {
  title: "Tor, y sin scripts",
  lead: "Para quien no puede fiarse de la red que usa.",
  sections: [
    {
      title: "Qué cambia con Tor",
      text: [
        "Sin Tor, tu proveedor de internet, tu trabajo o quien lleve tu wifi puede ver que visitas este sitio, aunque no lo que lees o escribes. Con el Navegador Tor solo ven que usas Tor, y este sitio no sabe dónde estás. No guardamos la dirección de nadie, con Tor o sin él.",
        "El Navegador Tor lo olvida todo al cerrarse, también el historial.",
      ],
    },
    {
      title: "La dirección onion",
      text: [
        "Si la comunidad tiene una dirección onion, el Navegador Tor la ofrece junto a la barra de direcciones: «.onion disponible». Así todo el camino queda dentro de Tor.",
        "Por Tor llega mucha gente por el mismo camino, así que una página puede pedirte que vayas un poco más despacio. Entrar, recuperar una cuenta y reportar no se niegan nunca por eso.",
      ],
    },
    {
      title: "Sin scripts",
      text: [
        "Puedes poner el Navegador Tor en «El más seguro», o desactivar los scripts en cualquier navegador. Todo funciona: leer, escribir, reportar, los encuentros, salir. Lo que notarás:",
        [
          "los mensajes nuevos no aparecen por su cuenta; al recargar salen;",
          "la página de un encuentro se recarga si eliges seguirlo, y espera mientras escribes;",
          "pulsar Mayús tres veces no hace nada; el enlace «Salir ya», sí.",
        ],
      ],
    },
  ],
} satisfies HandbookPage;
