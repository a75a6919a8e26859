export default {
  title: "Guía",
  lead: "Cómo funciona este lugar, en páginas cortas. Cualquiera puede leerlas.",
  next: "Siguiente: {{title}}",
  all: "Todas las páginas de la guía",
  onShared: "¿Alguien más usa este dispositivo?",
  howToJoin: "Cómo es unirse, y qué no se pregunta nunca",
  aboutNames: "Cómo elegir un nombre y mantener aparte dos",
};
