import { holds, type OwnPseudonym, type Viewer } from "../accounts/viewer";

/** That one of the viewer's own pseudonyms belongs to a circle, or was invited to it. */
export type Membership = { spaceId: number; pseudonymId: number; state: "invited" | "in"; host: boolean };
export type SpaceKind = "open" | "members" | "circle";
export type SeenSpace = { id: number; kind: SpaceKind };

const inCircle = (space: SeenSpace, memberships: Membership[]) =>
  memberships.filter((membership) => membership.spaceId === space.id && membership.state === "in");

/** Whether a space exists for this viewer: an open one does for everybody, a circle for who is in it. */
export function canSee(viewer: Viewer, space: SeenSpace, memberships: Membership[]): boolean {
  if (space.kind === "open") return true;
  if (viewer.kind === "guest") return false;
  if (space.kind === "members") return true;
  // The agreements' minimum age: somebody younger gets help, and no circles.
  if (viewer.younger) return false;
  return inCircle(space, memberships).length > 0;
}

/** The viewer's own pseudonyms that may speak in a space: in a circle only those that belong to it. */
export function speakersIn(viewer: Viewer, space: SeenSpace, memberships: Membership[]): OwnPseudonym[] {
  if (viewer.kind === "guest" || !canSee(viewer, space, memberships)) return [];
  const active = viewer.pseudonyms.filter((own) => own.state === "active");
  if (space.kind !== "circle") return active;
  const inside = new Set(inCircle(space, memberships).map((membership) => membership.pseudonymId));
  return active.filter((own) => inside.has(own.id));
}

/** Who may say who comes into a circle: its hosts. */
export const mayInvite = (viewer: Viewer, space: SeenSpace, memberships: Membership[]): boolean =>
  space.kind === "circle" &&
  canSee(viewer, space, memberships) &&
  inCircle(space, memberships).some((membership) => membership.host);

/** Who may open a space and change its name or purpose. */
export const mayKeepSpaces = (viewer: Viewer): boolean => holds(viewer, "steward");
