import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { accounts } from "#db/schema";
import { sameText, seal, unseal } from "../platform/keys.server";
import { type Outcome, refused } from "../platform/outcome";
import { HOUR, plus } from "../platform/time";
import type { Site } from "../site/site";
import { rewrap } from "./own-key/own-key.server";
import { wrapByCode } from "./own-key/wraps.server";
import { digitsOf, drawRecoveryCode, recoveryHash } from "./recovery-code.server";
import { accountOf, boundTo } from "./replace-secret.server";
import type { Member } from "./viewer";

/** The page that shows a new code stays good for as long as the one that shows new words. */
const GOOD_FOR = HOUR;
/** The page asks this many of the last digits back, to see that the code was saved. */
export const ASKED_BACK = 4;

const shape = z.object({ code: z.string(), expires: z.number() });

/** Draws a recovery code to be shown once; the one in force stays until it's confirmed. Refusals: `limited`, `sign-in-first`. */
export async function offerRecoveryCode(
  site: Site,
  viewer: Member,
  now: Date,
): Promise<Outcome<{ code: string; sealed: string }>> {
  const pace = await site.limits.take("change-secret", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const account = await accountOf(site.database.read, viewer);
  if (!account) return refused("sign-in-first");
  const offer = { code: drawRecoveryCode(), expires: plus(now, GOOD_FOR).getTime() };
  const sealed = seal("save-page", JSON.stringify(offer), `code of ${boundTo(account)}`).toString("base64url");
  return { ok: true, code: offer.code, sealed };
}

/**
 * Puts the offered code in force; the one before opens nothing any more. `digits`: the last four, typed back. `ownKey`: what
 * the proof brought along of the account's own key, which the new code opens, too. Refusals:
 * `page-too-old` (also when another code or secret is in force by now), `wrong-word` (with the code, to show it again).
 */
export async function takeRecoveryCode(
  site: Site,
  viewer: Member,
  { sealed, digits, ownKey = null }: { sealed: string; digits: string; ownKey?: Buffer | null },
  now: Date,
): Promise<Outcome & { code?: string }> {
  const account = await accountOf(site.database.read, viewer);
  if (!account) return refused("page-too-old");
  const code = openCode(sealed, `code of ${boundTo(account)}`, now);
  if (!code) return refused("page-too-old");
  if (!sameText(digitsOf(digits), code.slice(-ASKED_BACK))) return { ...refused("wrong-word"), code };
  return site.database.transaction(async (tx) => {
    const changed = await tx
      .update(accounts)
      .set({ recoveryHash: recoveryHash(code) })
      .where(and(eq(accounts.id, account.id), eq(accounts.recoveryHash, account.recoveryHash)))
      .returning({ id: accounts.id });
    if (changed.length === 0) return refused("page-too-old");
    if (ownKey) await rewrap(tx, account.id, { byCode: wrapByCode(ownKey, code) });
    return { ok: true };
  });
}

function openCode(sealed: string, bound: string, now: Date): string | null {
  try {
    const { code, expires } = shape.parse(JSON.parse(unseal("save-page", Buffer.from(sealed, "base64url"), bound)));
    return expires > now.getTime() ? code : null;
  } catch {
    return null;
  }
}
