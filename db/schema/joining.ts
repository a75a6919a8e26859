import { kit } from "../kit";
import { accounts } from "./accounts";

const { table, id, ref, oneOf, text, day, minute, bool, index } = kit;

export const invitations = table("invitations", {
  id: id(),
  /** SHA-256 of the code in the link. */
  codeHash: text().notNull().unique(),
  inviterAccountId: ref().references(() => accounts.id, { onDelete: "cascade" }),
  /** `founding`: the one-time link with which the first steward sets an empty community up. */
  kind: oneOf(["member", "founding"]).notNull(),
  label: text(),
  /** Always a full hour, so that it doesn't tell the minute in which the invitation was made. */
  expires: minute().notNull(),
  used: bool().notNull().default(false),
});

/** Who invited whom, for 30 days; then only the branch number in `accounts` is left. */
export const invitationEdges = table(
  "invitation_edges",
  {
    inviteeAccountId: ref()
      .primaryKey()
      .references(() => accounts.id, { onDelete: "cascade" }),
    inviterAccountId: ref()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    since: day().notNull(),
  },
  (t) => [index("invitation_edges_inviter").on(t.inviterAccountId)],
);
