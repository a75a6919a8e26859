import { eq } from "drizzle-orm";
import { accounts } from "#db/schema";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { createSession } from "../sessions.server";
import { spendOnce } from "../spend-once.server";
import { checkCode } from "./check-code.server";
import { checkPasskey } from "./check-passkey.server";
import { liveStep } from "./live-step.server";
import { markOfSecret, STEP_GOOD_FOR } from "./tickets.server";
import type { Place } from "./webauthn.server";

type Input = { ticket: string; code: string; signature: string; place: Place; replacing?: string | null };

/**
 * Opens a session for whoever knew the codename and now shows a second factor. The ticket is good once, for five minutes,
 * and as long as the words that earned it. Refusals: `step-too-old`, `limited`, `wrong-code`, `code-used`,
 * `passkey-refused`, `passkey-copied`.
 */
export async function finishSignIn(
  site: Site,
  { ticket, code, signature, place, replacing }: Input,
  now: Date,
): Promise<Outcome<{ setCookie: string }>> {
  const { read } = site.database;
  const step = await liveStep(read, ticket, now);
  if (!step) return refused("step-too-old");
  const { accountId, challenge, ownDevice, label } = step;
  const pace = await site.limits.take("show-factor", { account: accountId }, now);
  if (!pace.ok) return pace;
  const shown = signature
    ? await checkPasskey(read, accountId, { signature, challenge, place })
    : await checkCode(read, accountId, code, now);
  if (!shown.ok) return shown;
  return site.database.transaction(async (tx) => {
    const [account] = await tx
      .update(accounts)
      .set({ lastSeen: now })
      .where(eq(accounts.id, accountId))
      .returning({ secretHash: accounts.secretHash });
    if (!account || markOfSecret(account.secretHash) !== step.secret) return refused("step-too-old");
    const refusal = await shown.use(tx);
    if (refusal) return refusal;
    if (!(await spendOnce(tx, "challenge", challenge, STEP_GOOD_FOR, now))) return refused("step-too-old");
    const { setCookie } = await createSession(site, tx, accountId, { ownDevice, label, replacing }, now);
    return { ok: true, setCookie };
  });
}
