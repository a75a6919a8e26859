import { kit } from "../kit";
import { spaces } from "./spaces";

const { table, id, ref, int, bool, oneOf, text, bytes, minute, hour, index, uniqueIndex, primaryKey } = kit;

export const gatherings = table(
  "gatherings",
  {
    id: id(),
    spaceId: ref()
      .notNull()
      .references(() => spaces.id, { onDelete: "cascade" }),
    hostPseudonymId: ref().notNull(),
    title: text().notNull(),
    purpose: text().notNull(),
    groundRules: text().notNull(),
    /** A time announced to all, not a past deed: floored to the hour when the gathering has ended. */
    starts: minute().notNull(),
    lengthMinutes: int().notNull(),
    state: oneOf(["planned", "open", "paused", "ended", "called-off"]).notNull().default("planned"),
    doorLocked: bool().notNull().default(false),
    sideChannel: bool().notNull().default(true),
    keepMessages: bool().notNull().default(false),
    turnSeconds: int().notNull().default(180),
    floorSeatId: ref(),
    floorUntil: minute(),
    /** Messages and hands counted in order. */
    bump: int().notNull().default(0),
    /** What the host asks the room now (a temperature check); null when nothing is asked. */
    question: text(),
    ended: hour(),
    sweepMessages: minute(),
    summary: text(),
  },
  (t) => [index("gatherings_coming").on(t.state, t.starts), index("gatherings_space").on(t.spaceId)],
);

export const gatheringHosts = table(
  "gathering_hosts",
  {
    gatheringId: ref()
      .notNull()
      .references(() => gatherings.id, { onDelete: "cascade" }),
    pseudonymId: ref().notNull(),
  },
  (t) => [primaryKey({ columns: [t.gatheringId, t.pseudonymId] })],
);

/** Who said they'll come: counted, never listed. */
export const gatheringGoers = table(
  "gathering_goers",
  {
    gatheringId: ref()
      .notNull()
      .references(() => gatherings.id, { onDelete: "cascade" }),
    pseudonymId: ref().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gatheringId, t.pseudonymId] }),
    index("gathering_goers_pseudonym").on(t.pseudonymId),
  ],
);

/** A place in the room: a pseudonym, or a mask for this gathering only. Erased with the messages. */
export const gatheringSeats = table(
  "gathering_seats",
  {
    id: id(),
    gatheringId: ref()
      .notNull()
      .references(() => gatherings.id, { onDelete: "cascade" }),
    name: text().notNull(),
    leaf: int().notNull(),
    /** Null for a mask. */
    pseudonymId: ref(),
    /** HMAC(account, gathering): one seat an account, and finds its own again. */
    owner: text().notNull(),
    /** Account and pseudonym, encrypted: for blocks and reports. */
    sealed: bytes().notNull(),
    state: oneOf(["in", "left", "muted", "removed"]).notNull().default("in"),
    /** Turns on the floor and words written in them, so that the least heard come first. */
    turns: int().notNull().default(0),
    heard: int().notNull().default(0),
    /** The gathering's bump at which the hand went up; null when down. */
    handAt: int(),
    /** Set when the host moved this hand, with their reason. */
    movedTo: int(),
    movedReason: text(),
  },
  (t) => [
    uniqueIndex("gathering_seats_owner").on(t.gatheringId, t.owner),
    uniqueIndex("gathering_seats_name").on(t.gatheringId, t.name),
  ],
);

export const gatheringMessages = table(
  "gathering_messages",
  {
    id: id(),
    gatheringId: ref()
      .notNull()
      .references(() => gatherings.id, { onDelete: "cascade" }),
    seatId: ref().notNull(),
    position: int().notNull(),
    channel: oneOf(["floor", "side", "host"]).notNull(),
    body: text().notNull(),
    html: text().notNull(),
  },
  (t) => [uniqueIndex("gathering_messages_in_order").on(t.gatheringId, t.position)],
);

/** How a seat stands to what the host asked or summed up: support, stand aside, object. Erased with the seats. */
export const gatheringAnswers = table(
  "gathering_answers",
  {
    gatheringId: ref()
      .notNull()
      .references(() => gatherings.id, { onDelete: "cascade" }),
    seatId: ref().notNull(),
    about: oneOf(["question", "summary"]).notNull(),
    answer: oneOf(["support", "aside", "object"]).notNull(),
  },
  (t) => [primaryKey({ columns: [t.gatheringId, t.seatId, t.about] })],
);
