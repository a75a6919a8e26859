import { asc, eq, inArray } from "drizzle-orm";
import { circleMembers, spaces } from "#db/schema";
import type { Reader } from "#db/types";
import type { OwnPseudonym, Viewer } from "../accounts/viewer";
import { canSee, type Membership, type SpaceKind, speakersIn } from "./permissions";

/** A space as the viewer meets it, with the names under which they may speak there. */
export type Space = {
  id: number;
  slug: string;
  name: string;
  purpose: string;
  language: "en" | "es" | "both";
  kind: SpaceKind;
  indexable: boolean;
  position: number;
  speakers: OwnPseudonym[];
};

/** What is read of a space wherever it is met. */
export const spaceColumns = {
  id: spaces.id,
  slug: spaces.slug,
  name: spaces.name,
  purpose: spaces.purpose,
  language: spaces.language,
  kind: spaces.kind,
  indexable: spaces.indexable,
  position: spaces.position,
};

/** The circles that the viewer's own pseudonyms belong to or are invited to. A burned name belongs nowhere. */
export async function membershipsOf(read: Reader, viewer: Viewer): Promise<Membership[]> {
  if (viewer.kind === "guest") return [];
  const own = viewer.pseudonyms.filter((name) => name.state !== "burned").map((name) => name.id);
  return own.length ? read.select().from(circleMembers).where(inArray(circleMembers.pseudonymId, own)) : [];
}

/** Every space that the viewer may see, in the stewards' order. */
export async function listSpaces(read: Reader, viewer: Viewer): Promise<Space[]> {
  const [rows, memberships] = await Promise.all([
    read.select(spaceColumns).from(spaces).orderBy(asc(spaces.position), asc(spaces.name)),
    membershipsOf(read, viewer),
  ]);
  return rows
    .filter((space) => canSee(viewer, space, memberships))
    .map((space) => ({ ...space, speakers: speakersIn(viewer, space, memberships) }));
}

/** A space that the caller has read, if the viewer may see it. Asks for circles only where one matters. */
export async function spaceFor<S extends { id: number; kind: SpaceKind }>(
  read: Reader,
  viewer: Viewer,
  space: S,
): Promise<(S & { speakers: OwnPseudonym[] }) | null> {
  const memberships = space.kind === "circle" ? await membershipsOf(read, viewer) : [];
  if (!canSee(viewer, space, memberships)) return null;
  return { ...space, speakers: speakersIn(viewer, space, memberships) };
}

/** A space by the name in its address, or by id; null when it isn't there or not for this viewer. */
export async function findSpace(read: Reader, viewer: Viewer, slugOrId: string | number): Promise<Space | null> {
  const [space] = await read
    .select(spaceColumns)
    .from(spaces)
    .where(typeof slugOrId === "number" ? eq(spaces.id, slugOrId) : eq(spaces.slug, slugOrId.slice(0, 100)));
  return space ? spaceFor(read, viewer, space) : null;
}

/** The names of spaces as they stand in addresses, by id. For those whom the caller knows to be invited or inside. */
export async function spaceSlugs(read: Reader, ids: number[]): Promise<Map<number, string>> {
  if (!ids.length) return new Map();
  const rows = await read.select({ id: spaces.id, slug: spaces.slug }).from(spaces).where(inArray(spaces.id, ids));
  return new Map(rows.map((row) => [row.id, row.slug]));
}
