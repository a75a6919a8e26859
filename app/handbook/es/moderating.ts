import type { HandbookPage } from "../page-shape";

export default {
  title: "Cuidarte cuando moderas",
  lead: "Lees lo que se hizo para herir. Nada de esto es un favor: es parte del trabajo.",
  sections: [
    {
      title: "Cómo se abren las cosas",
      text: [
        "Todo en un caso está plegado y en gris hasta que lo abres. Lo gris y pequeño se suelta con menos esfuerzo. Si prefieres los textos abiertos, dilo en **Cómo trabajas**.",
      ],
    },
    {
      title: "Lo que prefieres no decidir",
      text: [
        "Márcalo, y esos casos van primero a otras personas. No se pregunta por qué ni se avisa a nadie: quien lo ha vivido no debería tener que leerlo. Donde lo toman menos de dos personas más, aún te puede llegar, y la página lo dice antes.",
      ],
    },
    {
      title: "Un descanso",
      text: [
        "De 1 a 30 días, con una pulsación. Lo que tienes va a otras personas con tu nota, y sigues en tu cargo. Un descanso que hay que pedir no se toma.",
        "La página también te muestra lo que llevas, en números que solo ves tú. No se compara a nadie: una lista de quién hizo más hace que se haga más, y peor.",
      ],
    },
    {
      title: "Guardia y relevo",
      text: [
        "La **Guardia** es una semana que tomas y puedes devolver. A nadie se le asigna. Quien la tiene se entera primero de los casos urgentes que le tocan; el resto, una o dos horas después.",
        "El **Relevo** muestra qué está abierto y qué espera a quién, sin los nombres de las partes. No pongas nombres en las notas: el software solo conoce algunos.",
        "**Entre ustedes** es una sala para quienes están de turno; se guarda 30 días. Ahí no se nombra a nadie ni se enlaza nada: puede estar leyendo alguien de quien se trata un caso. Es para los domingos, para cómo entienden un acuerdo y para cómo están.",
      ],
    },
    {
      title: "Cuando es demasiado",
      text: [
        [
          "Pasa cualquier caso, sin dar razones.",
          "No le debes a nadie una decisión de noche.",
          "Si no hay nadie más, díselo a quien cuida el servidor. Es un problema de la comunidad, no tuyo.",
          "[Aquí hay personas](/helplines) con quienes hablar. También están para ti.",
        ],
      ],
    },
  ],
} satisfies HandbookPage;
