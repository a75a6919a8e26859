import type { Office } from "../accounts/viewer";

/** Somebody in the demo community. Those with `tell` are printed in the terminal, so that a newcomer can sign in as them. */
export type DemoPerson = {
  key: string;
  name: string;
  language: "en" | "es";
  office?: Office;
  tell?: "survivor" | "moderator" | "organizer";
};

export const demoPeople = [
  { key: "steward", name: "Low Juniper", language: "en", office: "steward" },
  { key: "survivor", name: "Quiet Alder", language: "en", tell: "survivor" },
  { key: "moderator", name: "Marsh Lantern", language: "en", office: "moderator", tell: "moderator" },
  { key: "second", name: "Piedra Clara", language: "es", office: "moderator" },
  { key: "third", name: "Slow River", language: "en" },
  { key: "organizer", name: "Open Hearth", language: "en", office: "organizer", tell: "organizer" },
  { key: "fern", name: "Tall Fern", language: "en" },
  { key: "lluvia", name: "Lluvia Mansa", language: "es" },
  { key: "maiz", name: "Maíz Azul", language: "es" },
  { key: "thistle", name: "Dry Thistle", language: "en" },
] as const satisfies readonly DemoPerson[];

export type DemoKey = (typeof demoPeople)[number]["key"];
