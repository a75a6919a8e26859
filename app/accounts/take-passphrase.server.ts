import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { signInKey } from "./codename.server";
import { hashSecret } from "./hashing.server";
import { wrapBySecret } from "./own-key/wraps.server";
import { type Flaw, flawOnSight, passphraseOf } from "./passphrase-flaws";
import { readRecoveryCode, recoveryHash } from "./recovery-code.server";
import { type Account, accountOf, replaceSecret } from "./replace-secret.server";
import type { Member } from "./viewer";
import { weighPassphrase } from "./weigh-passphrase.server";

type Input = {
  passphrase: string;
  again: string;
  /** What this place calls itself. */
  siteWords: string[];
  /** What the proof brought along of the account's own key. */
  ownKey?: Buffer | null;
};

/**
 * Puts a passphrase in the place of the five words (or of another passphrase); the two words that find the account stay.
 * Every other session ends, and this one goes on under a fresh token. Refusals: `limited`, `invalid` (with the passphrase's
 * `flaw`), `overloaded`, `sign-in-first`.
 */
export async function takePassphrase(
  site: Site,
  viewer: Member,
  input: Input,
  now: Date,
): Promise<Outcome<{ setCookie: string }> & { flaw?: Flaw }> {
  const pace = await site.limits.take("change-secret", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const account = await accountOf(site.database.read, viewer);
  if (!account) return refused("sign-in-first");
  const passphrase = passphraseOf(input.passphrase);
  const seen = flawOnSight(passphrase, input.again) ?? (isKnownHere(account, passphrase) ? "own" : null);
  if (seen) return { ...refused("invalid"), flaw: seen };
  const own = [...input.siteWords, ...viewer.pseudonyms.map(({ name }) => name)].flatMap(inParts);
  const weighed = await weighPassphrase(passphrase, own);
  if (!weighed) return refused("overloaded");
  if (weighed.flaw) return { ...refused("invalid"), flaw: weighed.flaw };
  const { ownKey = null } = input;
  const [secretHash, bySecret] = await Promise.all([
    hashSecret(passphrase),
    ownKey && wrapBySecret(ownKey, passphrase),
  ]);
  if (secretHash === null || (ownKey && !bySecret)) return refused("overloaded");
  const wraps = bySecret ? { bySecret } : {};
  return replaceSecret(site, viewer, account, { secretHash, secretKind: "passphrase", wraps }, now);
}

/** Whether the sign-in name or the recovery code stands in a passphrase: what finds an account mustn't open it, too. */
function isKnownHere(account: Account, passphrase: string): boolean {
  const words = passphrase.toLowerCase().split(/[\s\p{P}]+/u);
  const holdsName = words.some((word, i) => signInKey(`${word} ${words[i + 1]}`) === account.signInKey);
  return holdsName || recoveryHash(readRecoveryCode(passphrase) ?? "") === account.recoveryHash;
}

/** A name as it's written, and each of its words. */
const inParts = (name: string) => [...new Set([name, ...name.split(/[\s.-]+/)])].map((part) => part.toLowerCase());
