export default {
  leaveNow: "Salir ya",
  hint: "Cierra tu sesión y abre otro sitio. Pulsar Mayús tres veces hace lo mismo.",
  help: "Qué puede y qué no puede hacer «Salir ya»",
  twoMore: "Mayús: púlsala 2 veces más para salir.",
  oneMore: "Mayús: púlsala 1 vez más para salir.",
  leaving: "Saliendo.",
  expired: "No se volvió a pulsar Mayús. Sigues aquí.",
  page: {
    title: "Qué puede y qué no puede hacer «Salir ya»",
    intro: "«Salir ya» está en todas las páginas, arriba a la derecha, y es lo primero que alcanza la tecla Tab.",
    doesTitle: "Lo que hace",
    does: {
      session: "Cierra tu sesión aquí, para que nadie que tome este dispositivo entre en tu lugar.",
      storage: "Borra las cookies de este sitio y todo lo demás que este sitio guardó en tu navegador.",
      elsewhere: "Abre una página corriente de otro sitio: {{site}}.",
      back: "Si después se pulsa Atrás, sale una página vacía en lugar de la que dejaste. Sin scripts, Atrás puede mostrar alguna página de las que cualquiera lee sin iniciar sesión.",
      tabs: "Si este sitio está abierto en otras pestañas del mismo navegador, también salen.",
      shift:
        "Pulsar Mayús tres veces en cinco segundos hace lo mismo. Para eso, los scripts tienen que estar activados.",
    },
    cantTitle: "Lo que no puede hacer",
    cant: {
      history:
        "No puede borrar el historial de tu navegador. La dirección de este sitio sigue ahí hasta que la borres. Una ventana privada o el Navegador Tor no guardan historial.",
      spyware:
        "No puede contra un programa que te vigile en tu dispositivo. Si crees que alguien puso uno, usa otro dispositivo si te es posible.",
      screenshots: "No puede impedir que alguien tome una foto de la pantalla, ni borrar lo que alguien ya ha visto.",
      network:
        "No puede ocultar a tu proveedor de internet, a tu trabajo o a quien lleve tu wifi que se visitó este sitio. El Navegador Tor sí.",
    },
    safer: "Todavía más seguro",
    saferText:
      "Usa una ventana privada o el Navegador Tor, al entrar elige «Puede que otras personas también» y cierra la ventana al terminar.",
    tryIt: "Pruébalo: Salir ya",
  },
};
