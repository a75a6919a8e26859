import { sql } from "drizzle-orm";
import { kit } from "../kit";

const { table, id, ref, int, bool, oneOf, day, check, index } = kit;

/** Addressed either to a pseudonym (replies, mentions, follows, gatherings) or to an account (reports, sanctions): never to both. */
export const notifications = table(
  "notifications",
  {
    id: id(),
    pseudonymId: ref(),
    accountId: ref(),
    kind: oneOf([
      "reply",
      "mention",
      "followed-topic",
      "followed-space",
      "report-answered",
      "report-decided",
      "sanctioned",
      "sanction-ended",
      "case-dealt",
      "outside-filed",
      "outside-late",
      "case-due",
      "case-answered",
      "question-asked",
      "statement-asked",
      "gathering-soon",
      "circle-invitation",
      "circle-opened",
      "office-given",
      "pile-on",
      "shield-changed",
      "reader-asked",
      "shelter-over",
    ]).notNull(),
    postId: ref(),
    topicId: ref(),
    spaceId: ref(),
    reportId: ref(),
    caseId: ref(),
    gatheringId: ref(),
    /** Position among all notifications: orders them without a time. */
    bump: int().notNull(),
    seen: bool().notNull().default(false),
    created: day().notNull(),
  },
  (t) => [
    index("notifications_pseudonym").on(t.pseudonymId, t.bump),
    index("notifications_account").on(t.accountId, t.bump),
    // One row that held both would tell whose name a pseudonym is.
    check("notifications_one_side", sql`(${t.pseudonymId} is null) <> (${t.accountId} is null)`),
    index("notifications_order").on(t.bump),
    index("notifications_new").on(t.pseudonymId, t.topicId).where(sql`not ${t.seen}`),
    index("notifications_new_of_account").on(t.accountId).where(sql`not ${t.seen}`),
  ],
);
