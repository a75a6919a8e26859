export default {
  twoMore: "Pulsa Mayús dos veces más para salir.",
  oneMore: "Pulsa Mayús una vez más para salir.",
  leaving: "Un momento.",
  expired: "No se volvió a pulsar Mayús. Sigues aquí.",
  page: {
    title: "Qué puede y qué no puede hacer «Salir ya»",
    intro:
      "«Salir ya» está en todas las páginas, arriba a la derecha. No necesita scripts. Funciona mientras escribes, mientras entras y en las páginas que avisan de que algo salió mal.",
    waysTitle: "Tres maneras de salir",
    ways: {
      press: "Pulsa «Salir ya».",
      tab: "Con teclado: «Salir ya» es lo primero que alcanza la tecla Tab en cada página, y también lo último. Pulsa Intro.",
      shift:
        "Pulsa Mayús tres veces, sola, sin dejar pasar más de cinco segundos entre una y otra. Unos puntos bajo «Salir ya» cuentan contigo, y un lector de pantalla dice cuántas faltan. Las letras mayúsculas no cuentan. Para eso, los scripts tienen que estar activados; si tu dispositivo da otra tarea a Mayús, como las teclas especiales, usa el enlace.",
    },
    doesTitle: "Lo que hace",
    does: {
      cover: "Con scripts, vacía la pantalla al instante, por lenta que sea la conexión.",
      session: "Cierra tu sesión aquí, para que nadie que tome este dispositivo entre en tu lugar.",
      storage: "Borra las cookies de este sitio y todo lo demás que este sitio guardó en tu navegador.",
      elsewhere: "Abre una página corriente de otro sitio: {{site}}.",
      back: "Si después se pulsa Atrás, sale una página vacía en lugar de lo que leías. Sin scripts, Atrás puede mostrar alguna página de las que cualquiera lee sin iniciar sesión.",
      tabs: "Con scripts, las otras pestañas de este sitio en el mismo navegador también salen.",
      unsent:
        "Lo que escribiste y no enviaste se pierde. Nada pregunta si quieres salir de verdad: preguntar te haría perder tiempo.",
    },
    cantTitle: "Lo que no puede hacer",
    cant: {
      history:
        "No puede borrar el historial de tu navegador. Lo que hay ahí de este sitio queda hasta que lo borres, y puede copiarse a tus otros dispositivos si tu navegador comparte el historial con ellos.",
      saved:
        "No puede quitar lo que el navegador o el teléfono guardaron por su cuenta: contraseñas, palabras para rellenar otra vez, archivos que descargaste, la imagen pequeña en la lista de aplicaciones abiertas.",
      spyware:
        "No puede contra un programa que te vigile en tu dispositivo. Si crees que alguien puso uno, usa otro dispositivo si te es posible.",
      screenshots: "No puede impedir que alguien tome una foto de la pantalla, ni borrar lo que alguien ya ha visto.",
      network:
        "No puede ocultar a tu proveedor de internet, a tu trabajo o a quien lleve tu wifi que se visitó este sitio. El Navegador Tor sí.",
    },
    historyTitle: "Qué muestra el historial de tu navegador",
    history: {
      title: "De cada página el mismo título, «{{title}}», y el mismo icono. Ninguno dice qué leíste.",
      address: "La dirección de este sitio y cuándo estuviste aquí.",
      paths:
        "La dirección de cada página. La mayoría termina en letras al azar. Algunas llevan una palabra en inglés que dice qué clase de página es, como «report», «sign-in» o «gatherings», el nombre de un espacio o las palabras que buscaste. Ninguna lleva lo que escribiste ni con qué nombre.",
      none: "Una ventana privada o el Navegador Tor no guardan historial una vez que se cierran.",
    },
    safer: "Todavía más seguro",
    saferText:
      "Usa una ventana privada o el Navegador Tor, al entrar elige «Puede que otras personas también» y cierra la ventana al terminar.",
    back: "Volver",
    backText:
      "Escribe otra vez la dirección de este sitio, o usa un marcador de confianza, y entra con tus palabras. Tus mensajes y todo lo que enviaste siguen aquí.",
    tryIt: "Pruébalo: Salir ya",
  },
};
