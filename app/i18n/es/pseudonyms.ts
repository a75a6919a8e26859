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
    burned: "Quemado. Sus mensajes están ocultos.",
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
  },
};
