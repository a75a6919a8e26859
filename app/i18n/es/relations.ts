export default {
  title: "Nombres de los que te apartaste",
  lead: "Esto solo lo ves tú. A nadie se le avisa, ni cuando bloqueas ni cuando dejas de hacerlo.",
  block: "con bloqueo",
  mute: "en silencio",
  unblock: "Desbloquear",
  unmute: "Quitar el silencio",
  blockMeans: "Sus mensajes se pliegan para ti, y no puede mencionarte ni escribirte.",
  muteMeans: "Sus mensajes se pliegan para ti, y no te avisamos de ellos.",
  emptyTitle: "Nadie",
  empty: "Cuando bloquees o silencies un nombre, aparecerá aquí, y aquí podrás deshacerlo.",
};
