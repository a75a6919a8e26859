import type { HandbookPage } from "../page-shape";

export default {
  title: "Compartir un dispositivo",
  lead: "Para un teléfono o un ordenador que otra persona también usa, o mira.",
  sections: [
    {
      title: "Al entrar",
      text: [
        "**Puede que otras personas también** ya viene marcado. Así tu sesión se cierra al cerrar el navegador, tras 30 minutos sin actividad y, como mucho, tras 12 horas.",
        "**Solo yo** mantiene la sesión abierta hasta 10 días después de tu última visita, 30 días como máximo.",
        "Si el navegador ofrece recordar tus palabras, di que no. En sus ajustes puedes ver qué tiene guardado.",
      ],
    },
    {
      title: "Salir rápido",
      text: [
        "**Salir ya**, arriba a la derecha en todas las páginas, cierra tu sesión, borra lo que este sitio guardó y abre una página corriente. Pulsar Mayús tres veces hace lo mismo. Merece la pena leer una vez [qué puede y qué no](/leave/help), y probarlo.",
      ],
    },
    {
      title: "Lo que queda en el dispositivo",
      text: [
        "El historial del navegador guarda la dirección de este sitio hasta que la borres. Una ventana privada no guarda nada. Todas las páginas llevan el mismo título aburrido y el mismo icono.",
        "Este sitio no envía correos, ni mensajes de texto, ni avisos al teléfono. Lo nuevo espera en «Novedades» hasta que mires.",
      ],
    },
    {
      title: "Si la sesión se cierra mientras escribes",
      text: [
        "Lo que escribiste está en la página que aparece: entra ahí, léelo y envíalo. Cierra esa página si prefieres que no quede rastro.",
        "«Guardar como borrador» deja lo que escribes en el servidor, no en el dispositivo. Sigue ahí 30 días, en [Borradores](/me/drafts), y nada se guarda si no lo pulsas.",
      ],
    },
  ],
} satisfies HandbookPage;
