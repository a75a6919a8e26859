import { officeName, silencedBy, type Viewer } from "../../accounts/viewer";

/** The name under which somebody may begin, end and agree to the shield: a moderator's who isn't silenced; undefined for everybody else. */
export const shieldName = (viewer: Viewer): number | undefined =>
  viewer.kind === "member" && !silencedBy(viewer) ? officeName(viewer, "moderator") : undefined;
