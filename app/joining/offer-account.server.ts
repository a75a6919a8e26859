import { drawOffer, type Offer, openOffer, sealOffer } from "../accounts/offered-words.server";
import { settingShapes } from "../agreements/settings";
import type { Language } from "../i18n/i18n";
import { type Outcome, refused } from "../platform/outcome";
import type { NameRefused } from "../pseudonyms/add-pseudonym.server";
import { checkName } from "../pseudonyms/names-in-use.server";
import type { Site } from "../site/site";
import { findInvitation } from "./invitation-queries.server";

type Input = {
  code: string;
  name: string;
  /** What the first person calls the community. */
  communityName?: string | undefined;
  language: Language;
  /** Words that were shown already: they stay, and only the name changes. */
  sealed?: string | undefined;
};

/**
 * Shows whoever holds an invitation the words of an account that doesn't exist yet: it is made when they confirm that the
 * words are saved. Refusals: those of `findInvitation`, `name-refused` and `name-taken` (with the problem), `invalid`.
 */
export async function offerAccount(
  site: Site,
  input: Input,
  now: Date,
): Promise<Outcome<{ offer: Offer; sealed: string }> & NameRefused> {
  const { read } = site.database;
  const found = await findInvitation(read, input.code, now);
  if (!found.ok) return found;
  const founding = found.invitation.kind === "founding";
  const communityName = settingShapes.name.safeParse(input.communityName ?? "");
  if (founding && !communityName.success) return refused("invalid");
  const siteName = founding ? communityName.data : undefined;
  const checked = await checkName(read, input.name, siteName);
  if (!checked.ok)
    return { ...refused(checked.problem === "taken" ? "name-taken" : "name-refused"), problem: checked.problem };
  const more: Record<string, string> = {
    name: checked.name,
    language: input.language,
    ...(siteName ? { communityName: siteName } : {}),
  };
  const shown = input.sealed ? openOffer(input.sealed, found.invitation.codeHash, now) : null;
  const offer = shown ? { ...shown, more } : await drawOffer(read, more, now);
  return { ok: true, offer, sealed: sealOffer(offer, found.invitation.codeHash) };
}
