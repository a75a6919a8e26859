export default {
  title: "Guía",
  lead: "Cómo funciona este lugar, en páginas cortas. Cualquiera puede leerlas.",
  next: "Siguiente: {{title}}",
  all: "Todas las páginas de la guía",
};
