import { drawOffer, type Offer, openOffer, sealOffer } from "../accounts/offered-words.server";
import { settingShapes } from "../agreements/settings";
import type { Language } from "../i18n/i18n";
import { type Refused, refused } from "../platform/outcome";
import type { NameRefused } from "../pseudonyms/add-pseudonym.server";
import { checkName } from "../pseudonyms/names-in-use.server";
import type { Site } from "../site/site";
import { type Door, findDoor } from "./find-door.server";
import { type Age, isAge } from "./forms";

type Input = {
  /** An invitation's code, or the pass of a way in. */
  code: string;
  name: string;
  /** What was said about the age that the agreements ask for; whoever founds the community isn't asked. */
  age?: Age | undefined;
  /** What the first person calls the community. */
  communityName?: string | undefined;
  language: Language;
  /** Words that were shown already: they stay, with what was said about the age, and only the name changes. */
  sealed?: string | undefined;
};

/** `younger`: whether the newcomer said so just now, and is shown who is there for them first. */
type Offered = { offer: Offer; sealed: string; younger: boolean };
type NotOffered = Refused & { wrong?: "age" | "community" } & NameRefused;

/**
 * Shows whoever stands at a door the words of an account that doesn't exist yet: it is made when they confirm that the
 * words are saved. Refusals: those of `findDoor`, `name-refused` and `name-taken` (with the problem), `invalid` (with
 * what is `wrong`).
 */
export async function offerAccount(
  site: Site,
  input: Input,
  now: Date,
): Promise<({ ok: true } & Offered & NameRefused) | NotOffered> {
  const { read } = site.database;
  const found = await findDoor(read, input.code, now);
  if (!found.ok) return found;
  const { door } = found;
  const founding = door.by === "founding";
  const communityName = settingShapes.name.safeParse(input.communityName ?? "");
  if (founding && !communityName.success) return { ...refused("invalid"), wrong: "community" };
  const shown = shownBefore(input.sealed, door, now);
  const age = founding ? "older" : (ageIn(shown) ?? input.age);
  if (!age) return { ...refused("invalid"), wrong: "age" };
  const siteName = founding ? communityName.data : undefined;
  const checked = await checkName(read, input.name, siteName);
  if (!checked.ok)
    return { ...refused(checked.problem === "taken" ? "name-taken" : "name-refused"), problem: checked.problem };
  const more: Record<string, string> = {
    name: checked.name,
    language: input.language,
    age,
    ...(siteName ? { communityName: siteName } : {}),
  };
  const offer = shown ? { ...shown, more } : await drawOffer(read, more, now);
  return { ok: true, offer, sealed: sealOffer(offer, door.bound), younger: !shown && age === "younger" };
}

/** The words that were shown at this door, where the page still carries them. */
export const shownBefore = (sealed: string | undefined, door: Door, now: Date): Offer | null =>
  sealed ? openOffer(sealed, door.bound, now) : null;

/** What was said about the age when the words were drawn: it is carried sealed, so that no later page can change it. */
export const ageIn = (offer: Offer | null): Age | undefined => {
  const said = offer?.more.age;
  return isAge(said) ? said : undefined;
};
