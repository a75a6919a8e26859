import { randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { accounts, invitationEdges, invitations } from "#db/schema";
import type { Tx } from "#db/types";
import { createAccount, type KeptWords, keepWords } from "../accounts/create-account.server";
import { isAskedWord, type Offer, openOffer } from "../accounts/offered-words.server";
import { drawOwnKey } from "../accounts/own-key/wraps.server";
import { createSession } from "../accounts/sessions.server";
import { spendOnce } from "../accounts/spend-once.server";
import { isLanguage } from "../i18n/i18n";
import { SHARED } from "../platform/http/network.server";
import { type Outcome, refused } from "../platform/outcome";
import { createPseudonym } from "../pseudonyms/create-pseudonym.server";
import { checkName } from "../pseudonyms/names-in-use.server";
import type { Site } from "../site/site";
import { BRANCHES, branchOfInvitee } from "./branches";
import { boundOf, type Door, findDoor } from "./find-door.server";
import { foundCommunity } from "./found-community.server";
import { holdsStewardship } from "./inviter.server";
import { ageIn } from "./offer-account.server";
import { openBranch, openPass } from "./open-door.server";

type Input = { code: string; sealed: string; word: string; ownDevice: boolean; network: string };
type Joined = { setCookie: string; accountId: number; founding: boolean };

/**
 * Makes the account, its first pseudonym and its session at once, and uses up the door: the invitation, or the pass. Of
 * two who race through one door, one joins and the other hears `invitation-gone` or `way-in-used`; the same page sent
 * twice joins once and is in twice. Refusals also: those of `findDoor`, `page-too-old`, `wrong-word`, `name-taken`,
 * `overloaded`, `limited`, each with the offer where it still holds, to show it again.
 */
export async function join(site: Site, input: Input, now: Date): Promise<Outcome<Joined> & { offer?: Offer }> {
  const pass = openPass(input.code);
  const offer = openOffer(input.sealed, boundOf(input.code), now);
  if (!offer) return refused("page-too-old");
  if (!isAskedWord(offer, input.word)) return { ...refused("wrong-word"), offer };
  const pace = pass ? await paceOfOpenDoor(site, input.network, now) : await paceOfInvited(site, input.network, now);
  if (!pace.ok) return { ...pace, offer };
  const kept = await keepWords(offer, drawOwnKey());
  if (!kept) return { ...refused("overloaded"), offer };
  const { words, wraps } = kept;
  return site.database.transaction(async (tx) => {
    const enter = async (accountId: number, founding: boolean) => {
      const { setCookie } = await createSession(site, tx, accountId, { ownDevice: input.ownDevice }, now);
      return { ok: true as const, setCookie, accountId, founding };
    };
    // Writers take turns: what is found here stays true until the end, so everything is checked before anything is written.
    const found = await findDoor(tx, input.code, now);
    if (!found.ok) {
      const same = await sentTwice(tx, words);
      return same === null ? found : enter(same, false);
    }
    const { door } = found;
    const checked = await checkName(tx, offer.more.name ?? "", offer.more.communityName);
    if (!checked.ok) return { ...refused("name-taken"), offer };
    const founding = door.by === "founding";
    const about = {
      words,
      wraps,
      branch: await branchFor(tx, door, now),
      standing: founding ? ("established" as const) : ("newcomer" as const),
      younger: ageIn(offer) === "younger",
    };
    const accountId = await createAccount(tx, about, now);
    if (accountId === null) return refused("changed-meanwhile");
    const pseudonymId = await createPseudonym(tx, { accountId, slot: 1 }, checked);
    if (pseudonymId === null) throw new Error("a name was taken between two statements of one transaction");
    await closeBehind(tx, door, accountId, now);
    tx.afterCommit(() => site.shield.note("arrivals", accountId, now));
    if (founding) {
      const language = isLanguage(offer.more.language) ? offer.more.language : "en";
      const community = { name: offer.more.communityName ?? "", language };
      await foundCommunity(site, tx, { pseudonymId, name: checked.name }, community, now);
    }
    return enter(accountId, founding);
  });
}

const paceOfInvited = (site: Site, network: string, now: Date) =>
  site.limits.take("join", { network, community: "all" }, now);

/** Behind a shared line stand many: it has a row of its own, so that three of them don't shut the door for a day. */
async function paceOfOpenDoor(site: Site, network: string, now: Date) {
  if (!network.startsWith(SHARED)) return site.limits.take("join-openly", { network, community: "all" }, now);
  const together = await site.limits.take("join-openly-together", { network }, now);
  return together.ok ? site.limits.take("join-openly", { community: "all" }, now) : together;
}

async function closeBehind(tx: Tx, door: Door, accountId: number, now: Date): Promise<void> {
  if (door.by === "itself") {
    const { once, value, until } = door.pass;
    const first = await spendOnce(tx, once, value, until - now.getTime(), now);
    if (!first) throw new Error("a way in was used between two statements of one transaction");
    return;
  }
  const { id, inviter } = door.invitation;
  await tx.update(invitations).set({ used: true }).where(eq(invitations.id, id));
  if (inviter !== null) {
    await tx.insert(invitationEdges).values({ inviteeAccountId: accountId, inviterAccountId: inviter, since: now });
  }
}

async function branchFor(tx: Tx, door: Door, now: Date): Promise<number> {
  if (door.by === "itself") return openBranch(now);
  const { inviter } = door.invitation;
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
