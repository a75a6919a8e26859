export default {
  problems: {
    "too-short": "Un nombre necesita al menos dos letras.",
    "too-long": "Un nombre puede tener 30 letras como máximo.",
    "hidden-signs": "Contiene signos que no se ven. Escríbelo de nuevo a mano.",
    "mixed-scripts": "Usa un solo alfabeto, por favor: mezclados pueden imitar otro nombre.",
    imitates: "Todas sus letras tienen una gemela en otro alfabeto: no se distinguiría de otro nombre.",
    "odd-signs": "Valen letras, números, espacios, guiones y apóstrofos; otros signos no.",
    staff: "Suena a alguien con un cargo aquí, o al propio programa.",
    "points-outside": "Parece una dirección o un número que lleva a otra parte.",
    taken: "Alguien tiene este nombre, lo tuvo antes, o tiene uno que se le parece.",
  },
  own: {
    title: "Nombres",
    lead: "Los nombres con los que puedes hablar. Nadie más puede saber que van juntos, tampoco quienes moderan.",
    speaks: "Habla por ti",
    speak: "Hablar con este",
    retire: "Retirar",
    retired: "Retirado. Sus mensajes siguen.",
    burned: "Quemado. Nadie más lo ve, ni sus mensajes.",
    addTitle: "Otro nombre",
    addName: "El nombre",
    addHint: "Tus propias palabras o uno de estos: {{names}}",
    add: "Añadir este nombre",
    addConsequence:
      "Puedes tener cinco nombres en total, contando los retirados. Un nombre no se puede cambiar después.",
    full: "Ya tienes cinco nombres: es lo máximo por cuenta.",
    retireTitle: "¿Retirar {{name}} para siempre?",
    retireAbout:
      "Ya no podrá hablar, nadie podrá volver a usar el nombre y terminan los cargos que tenga. Sus mensajes siguen. No se puede deshacer.",
    retireSure: "Retirarlo para siempre",
    keep: "Conservarlo",
    burnLead: "¿Alguien ha descubierto quién eres detrás de un nombre?",
    burnGo: "Quemar un nombre",
    burnedAway: "Un nombre quemado",
    gone: "Quemado. Sus mensajes están borrados.",
    nameless: "Ahora ninguno de tus nombres puede hablar. Elige uno nuevo: entonces podrás volver a escribir.",
  },
  burn: {
    title: "Quemar un nombre",
    lead: "Cuando alguien ha descubierto quién eres: un toque, y el nombre desaparece de aquí con todo lo que escribió.",
    which: "¿Qué nombre?",
    at: "Al momento",
    atHide:
      "Nadie ve ya el nombre ni nada de lo que escribió: ni sus mensajes, ni donde otras personas lo citan o mencionan, ni en la búsqueda, los círculos o los encuentros.",
    atEnd: "Ya no puede hablar. Los encuentros que organiza pasan a quien los coorganiza, o terminan.",
    atOffice:
      "Si tiene un cargo, termina. El registro público lo dice y lo nombra: lo que está allí no se puede retirar.",
    alone: {
      steward:
        "Solo {{name}} cuida del servidor. Si lo quemas, nadie podrá cambiar los ajustes ni dar cargos, y deshacerlo no devuelve el cargo. Si hay tiempo, nombra antes a otra persona.",
      moderator:
        "Solo {{name}} modera. Si lo quemas, los reportes esperan a quien cuida del servidor, y deshacerlo no devuelve el cargo.",
      organizer:
        "Solo {{name}} organiza encuentros. Si lo quemas, nadie podrá planearlos fuera de los círculos hasta que alguien reciba el cargo.",
    },
    day: "Durante un día",
    dayUndo: "Puedes deshacerlo aquí. Entonces sus mensajes, sus círculos y lo que sigue quedan como estaban.",
    after: "Después, para siempre",
    afterErase: "Sus mensajes se borran: aquí, en la búsqueda y, en 7 días como máximo, en las copias de seguridad.",
    afterName: "Nadie podrá volver a usar el nombre. Sigue contando como uno de tus cinco.",
    stays:
      "Lo que queda: una copia sellada de lo que alguien denunció, lo que otras personas copiaron por su cuenta, y las decisiones sobre ti. Estas valen para todos tus nombres.",
    go: "Quemar este nombre",
    goConsequence: "Todo lo de arriba ocurre en cuanto pulses.",
    keep: "No quemarlo",
    nothing: "No te queda ningún nombre que quemar.",
    burnedTitle: "{{name}} está quemado",
    burned: "Nadie lo ve ya, ni sus mensajes. Tras un día se borran; puedes deshacerlo hasta el",
    undo: "Deshacerlo",
    undoConsequence: "Otras personas volverán a ver el nombre y sus mensajes. Antes te pedimos tu clave.",
    nameless:
      "Ahora no tienes ningún nombre que pueda hablar. Puedes leer como antes; para escribir, elige otro nombre.",
    choose: "Elegir otro nombre",
    full: "Tienes cinco nombres, y ninguno puede hablar ahora. Puedes seguir leyendo y reportando.",
  },
};
