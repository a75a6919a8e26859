export default {
  atOnce: {
    title: "Antes de decidir",
    offer: "Hay algo que no puede esperar a que se decida",
    offerHint: "Dura 24 horas, salvo que otra persona esté de acuerdo.",
    why: "Por qué no puede esperar",
    whyHint: "Lo lee quien se queda sin escribir. No cites ningún reporte ni digas quién reportó.",
    do: { mute: "Que no pueda escribir", hide: "Ocultar el mensaje" },
    effects: {
      mute: "Puede leer y reportar, y no puede escribir, durante 24 horas. Se le dice por qué.",
      hide: "Solo lo ve quien lo escribió. La exposición, las amenazas y las imágenes íntimas siguen sin mostrarse hasta que se decida; lo demás se muestra otra vez tras 24 horas.",
    },
    done: { mute: "No puede escribir desde ahora", hide: "Oculto desde ahora" },
    states: {
      standing: "dura hasta que otra persona esté de acuerdo, o hasta",
      confirmed: "dos personas están de acuerdo: dura hasta que se decida; si no puede escribir, hasta",
      over: "terminó",
    },
    agree: "Estoy de acuerdo",
    agreeEffect: {
      mute: "Dura hasta que se decida el caso, 7 días como máximo.",
      hide: "Sigue oculto hasta que se decida el caso.",
    },
    mine: "Lo hiciste tú. Otra persona tiene que estar de acuerdo, y ya lo sabe.",
    aboutYou: "No puedes escribir por un tiempo, aunque todavía no se decidió nada",
    aboutYouLead:
      "Alguien que atiende los reportes pensó que algo sobre {{name}} no puede esperar. Esto no es una decisión: vendrá después, y te avisaremos.",
    aboutYouHow: {
      standing:
        "Termina por sí mismo a las 24 horas, salvo que esté de acuerdo otra persona sin ningún vínculo con esto.",
      confirmed:
        "Otra persona sin ningún vínculo con esto está de acuerdo. Termina cuando se decida, y a los 7 días a más tardar.",
      over: "Ya terminó.",
    },
  },
  lift: {
    offer: "Terminar esto antes",
    why: "Por qué puede terminar",
    whyHint: "Lo lee la persona a quien afecta.",
    do: "Terminarlo",
    effect: "Puede escribir otra vez enseguida. Se avisa a las dos partes, y consta en el registro público.",
    effectSecond:
      "Cuando se impuso, otra persona tuvo que estar de acuerdo; ahora también. Hasta entonces sigue en vigor.",
    waiting: "Alguien quiere terminar esto antes. Hace falta otra persona.",
    waitingOwn: "Quieres terminar esto antes. Otra persona tiene que estar de acuerdo, y ya lo sabe.",
    agree: "De acuerdo: que termine",
    refuse: "No estoy de acuerdo",
    refuseEffect: "Todo sigue como está.",
    endedEarly: "Terminó antes",
  },
  templates: {
    title: "Palabras para empezar",
    lead: "Las razones empiezan con estas palabras, y quien decide puede cambiarlas cada vez. Lo que escribas aquí se usa desde la próxima decisión.",
    which: "Qué palabras",
    outcome: "Para qué resultado",
    side: "Para quién",
    sides: { reporter: "Para quienes reportaron", respondent: "Para la persona de quien se trata" },
    language: "En qué idioma",
    show: "Mostrar estas palabras",
    words: "Las palabras",
    wordsHint:
      "Dos marcas se completan solas: {{clause}} es el título del acuerdo, {{days}} el número de días. Palabras cortas y cálidas, sin culpar.",
    save: "Guardar como versión {{version}}",
    saveEffect:
      "Las versiones anteriores se pueden leer, y las decisiones ya tomadas no cambian. El registro público dice que las palabras cambiaron.",
    saved: "Guardado. La próxima decisión empieza con estas palabras.",
    versions: "Todas las versiones",
    version: "Versión {{version}}",
    first: "Las palabras que vinieron con Understory",
    now: "en uso",
    by: "de {{name}}",
    errors: {
      marks: "Hay una marca entre llaves dobles que aquí no significa nada. Solo se completan {{clause}} y {{days}}.",
      missing: "Escribe algo aquí.",
      long: "Es más largo que los {{most}} caracteres que caben. Todo sigue aquí.",
    },
  },
};
