import { silence } from "../../accounts/silence";
import { type Member, type OwnPseudonym, owns } from "../../accounts/viewer";
import { type Refused, refused } from "../../platform/outcome";

/** What decides about a shelter; a row exists only until it ends. */
export type Shelter = {
  pseudonymId: number;
  began: Date;
  until: Date;
  readerPseudonymId: number | null;
  reader: "asked" | "reading" | "declined" | null;
};

export const isOn = ({ until }: Pick<Shelter, "until">, now: Date) => until > now;

/** The name that somebody may shelter: any of their own that isn't burned. Sanctions don't take shelter away. */
export function mayShelter(viewer: Member, slot: number): { ok: true; name: OwnPseudonym } | Refused {
  const name = viewer.pseudonyms.find((own) => own.slot === slot && own.state !== "burned");
  return name ? { ok: true, name } : refused("not-found");
}

/** Whoever reads for others is established, of age and under no sanction that silences. */
export const mayBeAsked = ({ standing, younger }: Pick<Member, "standing" | "younger">) =>
  standing === "established" && !younger;

/**
 * Whether the viewer was asked to read for somebody (`asked`), or reads (`reading`). Everybody else, and they themselves
 * once it is over, get the answer that they'd get if nobody were sheltered.
 */
export function mayRead(
  viewer: Member,
  shelter: Shelter | null,
  as: "asked" | "reading",
  now: Date,
): { ok: true } | Refused {
  if (!shelter || !isOn(shelter, now) || shelter.readerPseudonymId === null || shelter.reader !== as)
    return refused("not-found");
  const reader = viewer.pseudonyms.find((own) => own.id === shelter.readerPseudonymId);
  if (reader?.state !== "active" || owns(viewer, shelter.pseudonymId)) return refused("not-found");
  if (!mayBeAsked(viewer) || silence(viewer)) return refused("not-found");
  return { ok: true };
}
