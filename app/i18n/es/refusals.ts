export default {
  "sign-in-first": "Primero entra con tu cuenta. Lo que escribiste sigue en esta página.",
  "not-allowed": "Aquí no puedes hacer esto.",
  "not-found": "Aquí no hay nada, o nada que puedas ver.",
  "too-new": "Esto se abre después de tus primeros días aquí.",
  suspended: "Esta cuenta está suspendida por ahora. Puedes seguir leyendo, reportar, apelar y salir.",
  muted: "Esta cuenta no puede escribir por ahora. Puedes seguir leyendo, reportar y apelar.",
  "not-to-be-quoted": "Quien escribió esto pidió que no se cite. Puedes responder sin repetirlo.",
  "ask-first": "Quien escribió esto quiere que le pregunten antes. Di que está de acuerdo o responde sin citar.",
  "other-name": "Aquí hablas con otro nombre. Di cuál quieres usar.",
  "too-many-drafts": "Ya no caben más borradores. Tira uno en «Lo mío», «Borradores»; lo que escribiste sigue aquí.",
  "claimed-by-other":
    "Otra persona acaba de tomar este caso. Vuelve a la lista cuando lo pase a alguien o lo deje 15 minutos.",
  "claim-first":
    "Ahora no tienes este caso: se te acabó el tiempo y alguien lo tomó, o todavía no lo tomaste. Tómalo primero; lo que escribiste sigue aquí.",
  "already-decided": "Este caso ya está decidido. Lo que escribiste sigue aquí y nada se envió.",
  "held-long-enough":
    "El escudo lleva ya 72 horas, o la última vez estuviste de acuerdo tú. Para que siga hace falta otra persona de la moderación: dos nombres de una misma persona son una sola persona.",
  "no-second":
    "Hace falta que otra persona lo confirme, y no hay nadie sin vínculos con este caso. Elige algo más corto, o espera a que alguien más tenga el cargo.",
  "they-left": "Esa persona se ha ido del todo, así que nadie respondería. Puedes decidir sin eso.",
  "asked-already": "Ya se le preguntó, y aún tiene tiempo para responder. Lo que escribiste sigue aquí.",
  "asked-enough": "Ya se le preguntó cinco veces. Más sería un interrogatorio: decide con lo que hay.",
  "not-safe":
    "Entonces no se pregunta: primero la seguridad. Lo que escribiste sigue aquí. Si quieres decidir algo grave, anota más abajo por qué no se le pregunta.",
  "say-why": "Con algo así, preguntar necesita una razón. Escríbela más abajo; lo que escribiste sigue aquí.",
  "statement-first":
    "Esto es lo bastante grave como para oír antes a la otra parte. Pídele que diga cómo lo ve y espera, o anota por qué no sería seguro. Lo que escribiste sigue aquí.",
  "set-aside":
    "Esto se apartó como material de menores. O se quita el mensaje, o antes alguien del cargo dice que no es eso. Lo que escribiste sigue aquí.",
  "no-offline-key":
    "Todavía no hay una clave guardada sin conexión, así que no se puede sellar nada con ella. Crea una primero.",
  "names-somebody": "Esto nombra a alguien, o lleva a alguien. Por favor, dilo sin eso.",
  "secret-half":
    "Esa es la mitad secreta. Se descartó sin leerla, pero ya pasó por la red: por favor, crea un par nuevo y pega la mitad pública, que empieza por age1.",
  "own-thing": "Esto es tuyo. Puedes cambiarlo o retirarlo.",
  "nothing-came":
    "Nadie nuevo para este nombre le ha escrito en el último día. Aun así puedes reportar mensajes sueltos, bloquear o silenciar.",
  invalid: "Falta algo o todavía no está bien. Mira junto a cada campo.",
  "too-long": "Es más largo de lo que cabe aquí.",
  "already-done": "Esto ya está hecho.",
  "changed-meanwhile": "Alguien cambió esto mientras estabas aquí. Míralo otra vez antes de seguir.",
  "journal-full":
    "En tu diario ya no cabe más. Llévate una parte y bórrala aquí; lo que escribiste sigue en esta página.",
  "named-already":
    "Esta ya la has nombrado. Lo que te llevó a otras personas se puede volver a nombrar después de un año.",
  "named-enough":
    "Has nombrado tantas como se puede por ahora: tres en 30 días, cinco a la vez. Eso frena a quien prueba nombres para ver quién viene.",
  "wrong-old-secret": "Esto tampoco abre el diario. Puede que se cerrara con otras palabras; no se ha perdido nada.",
  closed: "Esto está cerrado.",
  "listening-only":
    "Por un tiempo este tema es solo para escuchar. Lo que escribiste sigue aquí: guárdalo como borrador y envíalo más tarde.",
  limited: "Fue un poco rápido. Puedes seguir en un momento; tu texto sigue aquí.",
  overloaded: "El servidor está muy ocupado. Espera unos segundos e inténtalo de nuevo.",
  "wrong-codename":
    "Estas palabras no abren ninguna cuenta. Mira cómo está escrita cada una; las mayúsculas y los espacios dan igual.",
  "wrong-secret":
    "Ese no es tu secreto. Fíjate en la ortografía; en una frase propia también cuentan las mayúsculas y los espacios.",
  "wrong-recovery-code": "Este código no abre ninguna cuenta. Puede que tenga un error, o que ya se haya usado.",
  "wrong-code":
    "No es el código que muestra ahora la aplicación. Cambia cada 30 segundos: escribe el siguiente. Si sigue pasando, mira si la hora del teléfono está bien.",
  "code-used": "Este código ya se usó. Espera al siguiente, 30 segundos como mucho.",
  "passkey-refused":
    "Esa llave de acceso no sirvió: no es una de esta cuenta o la página llevaba demasiado tiempo abierta. Inténtalo otra vez.",
  "passkey-copied":
    "Esta llave de acceso cuenta menos usos que antes. Puede que alguien tenga una copia, así que por ahora no abre nada. Entra de otra manera y luego quítala en «Lo mío».",
  "step-too-old":
    "Pasó un buen rato, y esta página solo sirve unos minutos. No se perdió nada: empieza otra vez, por favor.",
  "wrong-word": "Esa no es la palabra que pedimos. Tus palabras siguen en esta página: míralas otra vez, sin prisa.",
  "page-too-old": "Esta página lleva demasiado tiempo abierta. No se creó nada; empieza de nuevo, por favor.",
  "invitation-unknown":
    "Esta invitación no existe. Los enlaces se cortan con facilidad: pide a quien te lo envió que lo revise.",
  "invitation-gone": "Esta invitación ya se usó, se retiró o venció. Quien te la envió puede hacer otra.",
  "joining-closed":
    "En este momento nadie puede unirse. Un enlace ya entregado vuelve a servir si esto se abre antes de su día.",
  "joining-by-invitation":
    "Ahora se entra con invitación: alguien de aquí te da un enlace. No se creó nada y no se guarda nada de ti.",
  "way-in-used": "Este paso ya se usó: cada uno es para una sola cuenta. Si quieres unirte, empieza de nuevo.",
  "receipt-unknown":
    "Ningún reporte tiene este código. Puede tener una errata, o el reporte se borró 90 días después de su respuesta.",
  "other-line":
    "Estás en otra línea que la de este lugar: una conexión nueva u otro circuito. Toma un lugar nuevo, por favor; la espera es de dos minutos.",
  "name-taken": "Alguien tiene este nombre, lo tuvo antes, o tiene uno que se le parece.",
  "name-refused": "Este nombre no se puede usar aquí.",
  "no-slot-left": "Ya tienes cinco nombres: es lo máximo por cuenta.",
  "last-name": "Es tu único nombre. Añade otro antes de retirarlo.",
  "not-open-yet": "Este encuentro todavía no se ha abierto.",
  "not-in-the-room": "Primero entra por la puerta.",
  "not-your-turn": "Ahora no tienes la palabra. Tu texto sigue aquí: levanta la mano o usa el canal lateral.",
  "side-closed": "Por ahora el canal lateral está cerrado. Tu texto sigue aquí.",
  paused: "La sala está en pausa para respirar. Tu texto sigue aquí para cuando continúe.",
  "seat-muted": "Quien coordina te ha silenciado en este encuentro. Puedes seguir leyendo.",
  "seat-removed": "Quien coordina te ha sacado de este encuentro.",
  "door-locked": "La puerta está cerrada: por ahora no entra nadie más.",
  full: "No queda sitio.",
  "last-steward": "Es la única persona que cuida el servidor. Primero da ese cargo a otra.",
};
