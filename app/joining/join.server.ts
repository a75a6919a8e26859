import { randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { accounts, invitationEdges, invitations } from "#db/schema";
import type { Tx } from "#db/types";
import { createAccount, type KeptWords, keepWords } from "../accounts/create-account.server";
import { isAskedWord, type Offer, openOffer } from "../accounts/offered-words.server";
import { createSession } from "../accounts/sessions.server";
import { isLanguage } from "../i18n/i18n";
import { type Outcome, refused } from "../platform/outcome";
import { createPseudonym } from "../pseudonyms/create-pseudonym.server";
import { checkName } from "../pseudonyms/names-in-use.server";
import type { Site } from "../site/site";
import { BRANCHES, branchOfInvitee } from "./branches";
import { foundCommunity } from "./found-community.server";
import { codeHashOf, findInvitation } from "./invitation-queries.server";
import { holdsStewardship } from "./inviter.server";

type Input = { code: string; sealed: string; word: string; ownDevice: boolean; network: string };
type Joined = { setCookie: string; accountId: number; founding: boolean };

/**
 * Makes the account, its first pseudonym and its session at once, and spends the invitation. Of two who race with one
 * invitation, one joins and the other hears `invitation-gone`; the same page sent twice joins once and is in twice.
 * Refusals also: `page-too-old`, `wrong-word`, `name-taken`, `overloaded`, `limited`, each with the offer where it still
 * holds, to show it again.
 */
export async function join(site: Site, input: Input, now: Date): Promise<Outcome<Joined> & { offer?: Offer }> {
  const offer = openOffer(input.sealed, codeHashOf(input.code), now);
  if (!offer) return refused("page-too-old");
  if (!isAskedWord(offer, input.word)) return { ...refused("wrong-word"), offer };
  const pace = await site.limits.take("join", { network: input.network, community: "all" }, now);
  if (!pace.ok) return { ...pace, offer };
  const words = await keepWords(offer);
  if (!words) return { ...refused("overloaded"), offer };
  return site.database.transaction(async (tx) => {
    const enter = async (accountId: number, founding: boolean) => {
      const { setCookie } = await createSession(site, tx, accountId, { ownDevice: input.ownDevice }, now);
      return { ok: true as const, setCookie, accountId, founding };
    };
    // Writers take turns: what is found here stays true until the end, so everything is checked before anything is written.
    const found = await findInvitation(tx, input.code, now);
    if (!found.ok) {
      const same = await sentTwice(tx, words);
      return same === null ? found : enter(same, false);
    }
    const { id, kind, inviter } = found.invitation;
    const checked = await checkName(tx, offer.more.name ?? "", offer.more.communityName);
    if (!checked.ok) return { ...refused("name-taken"), offer };
    const founding = kind === "founding";
    const standing = founding ? "established" : "newcomer";
    const accountId = await createAccount(tx, { words, branch: await branchFor(tx, inviter), standing }, now);
    if (accountId === null) return refused("changed-meanwhile");
    const pseudonymId = await createPseudonym(tx, { accountId, slot: 1 }, checked);
    if (pseudonymId === null) throw new Error("a name was taken between two statements of one transaction");
    await tx.update(invitations).set({ used: true }).where(eq(invitations.id, id));
    if (inviter !== null) {
      await tx.insert(invitationEdges).values({ inviteeAccountId: accountId, inviterAccountId: inviter, since: now });
    }
    if (founding) {
      const language = isLanguage(offer.more.language) ? offer.more.language : "en";
      const community = { name: offer.more.communityName ?? "", language };
      await foundCommunity(site, tx, { pseudonymId, name: checked.name }, community, now);
    }
    return enter(accountId, founding);
  });
}

async function branchFor(tx: Tx, inviter: number | null): Promise<number> {
  const fresh = randomInt(BRANCHES);
  if (inviter === null) return fresh;
  const [account] = await tx.select({ branch: accounts.branch }).from(accounts).where(eq(accounts.id, inviter));
  return branchOfInvitee({ steward: await holdsStewardship(tx, inviter), branch: account?.branch ?? null }, fresh);
}

/** The account that these very words opened a moment ago, when one page is sent twice; the recovery code's 120 bits prove that it's the same page. */
async function sentTwice(tx: Tx, words: KeptWords): Promise<number | null> {
  const [same] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.signInKey, words.signInKey), eq(accounts.recoveryHash, words.recoveryHash)));
  return same?.id ?? null;
}
