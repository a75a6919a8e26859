import { silencedBy, type Viewer } from "../../accounts/viewer";

/** One of the viewer's own names under which they handle cases. */
export type HandlingName = { slot: number; pseudonymId: number; name: string };

/** The names under which the viewer handles cases, by slot; none for anybody else, nor for whoever is muted, suspended or removed. */
export function handlingSlots(viewer: Viewer): HandlingName[] {
  if (viewer.kind === "guest" || silencedBy(viewer)) return [];
  const inOffice = new Set(
    viewer.offices.filter(({ office }) => office !== "organizer").map(({ pseudonymId }) => pseudonymId),
  );
  return viewer.pseudonyms
    .filter(({ id, state }) => inOffice.has(id) && state === "active")
    .map(({ id, slot, name }) => ({ slot, pseudonymId: id, name }));
}

/** The name in this slot, if cases are handled under it; without a slot the first such name. */
export const handlingSlot = (viewer: Viewer, slot?: number): HandlingName | undefined =>
  handlingSlots(viewer).find((one) => slot === undefined || one.slot === slot);
