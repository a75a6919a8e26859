import { kit } from "../kit";

const { table, id, ref, int, bool, text, bytes, day, hour, index, primaryKey } = kit;

/** How a name that handles cases wants to work. Held by the office's pseudonym; gone with the office. */
export const handlerWishes = table("handler_wishes", {
  pseudonymId: ref().primaryKey(),
  /** The first day after a break; nothing new is dealt before it. Emptied when it has come. */
  backOn: day(),
  /** Texts in cases stand open and in plain ink. Images stay folded and grey. */
  plainText: bool().notNull().default(false),
});

/** Conduct that a name would rather not decide. Says nothing about why. */
export const conductOptOuts = table(
  "conduct_opt_outs",
  { pseudonymId: ref().notNull(), conduct: text().notNull() },
  (t) => [primaryKey({ columns: [t.pseudonymId, t.conduct] })],
);

/** Who took a week of first call, by its number. */
export const rotaWeeks = table("rota_weeks", { week: int().notNull(), pseudonymId: ref().notNull() }, (t) => [
  primaryKey({ columns: [t.week, t.pseudonymId] }),
  index("rota_weeks_pseudonym").on(t.pseudonymId),
]);

/** What those on duty say among themselves, sealed like what is said in cases. */
export const roomMessages = table(
  "room_messages",
  {
    id: id(),
    /** The name somebody holds their office under. */
    pseudonymId: ref().notNull(),
    position: int().notNull(),
    sealed: bytes().notNull(),
    said: hour().notNull(),
  },
  (t) => [index("room_messages_in_order").on(t.position), index("room_messages_said").on(t.said)],
);
