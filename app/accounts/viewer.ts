export type Standing = "newcomer" | "member" | "established";
export type Office = "moderator" | "organizer" | "steward";

/** One of the viewer's own names. `slot` (1 to 5) is what the account side calls it. */
export type OwnPseudonym = {
  id: number;
  slot: number;
  name: string;
  leaf: number;
  state: "active" | "retired" | "burned";
  /** Until when burning it can be taken back; null or absent for any other name, and after that. */
  undoUntil?: Date | null;
};

/** A sanction that binds the viewer now, on whichever of their names it was decided. */
export type LiveSanction = {
  id: number;
  pseudonymId: number;
  caseId: number;
  kind: "warning" | "slow" | "mute" | "suspension" | "removal";
  agreement: string;
  reasons: string;
  until: Date | null;
};

export type Member = {
  kind: "member";
  accountId: number;
  /** SHA-256 of the session's token: what `sessions.id` holds. */
  sessionId: string;
  standing: Standing;
  younger: boolean;
  language: "en" | "es" | null;
  theme: "light" | "dark" | "contrast" | null;
  /** The slot that speaks where a space remembers none. */
  slot: number;
  pseudonyms: OwnPseudonym[];
  offices: { office: Office; pseudonymId: number }[];
  sanctions: LiveSanction[];
};

export type Guest = { kind: "guest" };
export type Viewer = Member | Guest;

export const guest: Guest = { kind: "guest" };

export const holds = (viewer: Viewer, office: Office) =>
  viewer.kind === "member" && viewer.offices.some((held) => held.office === office);

/** Whether a pseudonym is one of the viewer's own. Nobody's (null) never is. */
export const owns = (viewer: Viewer, pseudonymId: number | null) =>
  viewer.kind === "member" && viewer.pseudonyms.some((own) => own.id === pseudonymId);

/**
 * The viewer as one of their names alone: what it wrote, where it belongs, which offices it holds. Whatever others get to
 * see of a deed is judged by this, or a name could be known by what only its sibling may do.
 */
export const asName = (viewer: Member, pseudonymId: number): Member => ({
  ...viewer,
  pseudonyms: viewer.pseudonyms.filter((own) => own.id === pseudonymId),
  offices: viewer.offices.filter((held) => held.pseudonymId === pseudonymId),
});

/** The pseudonym through which the viewer holds an office, or undefined. */
export const officeName = (viewer: Viewer, office: Office) =>
  viewer.kind === "member" ? viewer.offices.find((held) => held.office === office)?.pseudonymId : undefined;

/** The sanction, if any, that forbids writing anything. Suspension forbids all but reading, reporting, appealing and leaving. */
export const silencedBy = (viewer: Pick<Member, "sanctions">): LiveSanction | undefined =>
  viewer.sanctions.find(
    (sanction) => sanction.kind === "suspension" || sanction.kind === "removal" || sanction.kind === "mute",
  );

/** The standing that limits count with: a slow sanction makes anybody as slow as a newcomer. */
export const slowedStanding = (viewer: Member): Standing =>
  viewer.sanctions.some((sanction) => sanction.kind === "slow") ? "newcomer" : viewer.standing;
