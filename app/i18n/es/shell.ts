export default {
  language: "Idioma",
  theme: "Colores",
  errors: {
    e400: {
      title: "Este enlace no está bien del todo",
      next: "Quizá se perdió un trozo por el camino. Vuelve atrás o empieza por los espacios.",
    },
    e401: {
      title: "Entra para ver esta página",
      next: "Si ya habías entrado, tu tiempo se acabó: así te protege en un dispositivo compartido.",
    },
    kept: {
      title: "Tu tiempo aquí se acabó, tus palabras no",
      next: "Así te protege en un dispositivo compartido. No se envió nada y nada se perdió: entra, y lo que escribiste estará ahí. Solo espera en esta página, así que no la cierres.",
    },
    e403: {
      title: "Esto no se puede hacer desde aquí",
      next: "No ha cambiado nada. Si vienes de otro sitio, abre la página aquí e inténtalo otra vez.",
    },
    e404: {
      title: "Aquí no hay nada",
      next: "Puede que se haya retirado o que no esté abierto para ti. También puede haber un error en el enlace.",
    },
    e405: {
      title: "Esto no se puede hacer desde aquí",
      next: "No ha cambiado nada. Vuelve atrás y usa los botones de la página.",
    },
    e409: {
      title: "Algo cambió mientras tanto",
      next: "Por tu parte no ha cambiado nada. Vuelve atrás, recarga la página y mira cómo están las cosas.",
    },
    e413: {
      title: "Era demasiado de una vez",
      next: "No se ha enviado nada. Vuelve atrás: tu texto debería seguir en su sitio. Acórtalo o envíalo por partes.",
    },
    e414: { title: "Este enlace es demasiado largo", next: "Vuelve atrás y busca menos palabras." },
    e422: { title: "Falta algo", next: "Vuelve atrás: tu texto debería seguir en su sitio. Mira junto a cada campo." },
    e429: {
      title: "Un poco más despacio, por favor",
      next: "Así no entran los ataques en masa. Espera un momento y vuelve atrás: tu texto debería seguir en su sitio.",
    },
    e500: {
      title: "Algo falló de nuestro lado",
      next: "No has hecho nada mal. Vuelve atrás e inténtalo dentro de un momento; si estabas escribiendo, tu texto debería seguir en su sitio.",
    },
    e503: { title: "El servidor tiene mucho trabajo", next: "Espera unos segundos e inténtalo otra vez." },
    busy: {
      meanwhile: "Reportar, irte y cerrar la sesión funcionan igual.",
      again: "Intentarlo otra vez",
    },
  },
  offices: { moderator: "Moderación", steward: "Comunidad", organizer: "Encuentros" },
  toSignIn: "Entrar",
  toStart: "Ir a los espacios",
  preferences: {
    title: "Idioma y colores",
    forGuests: "Tu elección se guarda en una cookie de este navegador. «Salir ya» la borra.",
    forMembers: "Tu elección se guarda con tu cuenta, en todos tus dispositivos.",
    languageAuto: "Como pida este navegador",
    themeAuto: "Como esté este dispositivo",
    light: "Claros",
    dark: "Oscuros",
    contrast: "Alto contraste",
    save: "Guardar esta elección",
    saved: "Tu elección está guardada.",
  },
};
