import { createChallenge, randomInt, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { fingerprint } from "../platform/keys.server";
import { type Outcome, refused } from "../platform/outcome";
import { plus } from "../platform/time";
import type { LeadsTo } from "./leads-to";
import { type Pass, sealPass, WAY_IN } from "./open-door.server";

/**
 * Rounds of PBKDF2 in one try, and between how many tries the answer hides: 0.8 to 1.6 million rounds in all. How the
 * numbers were found is in docs/decisions/open-joining.md.
 */
const ROUNDS = 2_000;
const FEWEST = 400;
export const MOST_TRIES = 800;

const ALGORITHM = "PBKDF2/SHA-256";

const secrets = () => ({
  hmacSignatureSecret: fingerprint("work", "challenge"),
  hmacKeySignatureSecret: fingerprint("work", "answer"),
});

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));

const challengeShape = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal(ALGORITHM),
    cost: z.literal(ROUNDS),
    data: z.strictObject({ until: z.number() }),
    keyLength: z.literal(32),
    keyPrefix: hex(32),
    keySignature: hex(64),
    nonce: hex(32),
    salt: hex(32),
  }),
  signature: hex(64),
});

/** What the page sends when its work is done. */
export const workForm = z.object({
  challenge: z.string().max(2_000),
  counter: z.string().regex(/^\d{1,6}$/),
  key: hex(64),
});

/** Work for one device, as JSON: signed, good until the way in that it leads to is over, and stored nowhere. */
export async function drawWork(now: Date): Promise<string> {
  const challenge = await createChallenge({
    algorithm: ALGORITHM,
    cost: ROUNDS,
    counter: randomInt(MOST_TRIES, FEWEST),
    deriveKey,
    data: { until: plus(now, WAY_IN).getTime() },
    ...secrets(),
  });
  return JSON.stringify(challenge);
}

/** The code of the way in for work that was done. `page-too-old` for everything else, so that nothing is told to whoever tries. */
export async function checkWork(form: unknown, now: Date, to: LeadsTo = "join"): Promise<Outcome<{ code: string }>> {
  const sent = workForm.safeParse(form);
  const challenge = sent.success ? challengeShape.safeParse(parsed(sent.data.challenge)) : null;
  if (!sent.success || !challenge?.success) return refused("page-too-old");
  const solution = { counter: Number(sent.data.counter), derivedKey: sent.data.key };
  const { verified } = await verifySolution({ challenge: challenge.data, solution, deriveKey, ...secrets() });
  if (!verified) return refused("page-too-old");
  const { nonce, data } = challenge.data.parameters;
  if (data.until <= now.getTime()) return refused("page-too-old");
  const pass: Pass = { once: "work", value: nonce, until: data.until };
  return { ok: true, code: sealPass(pass, to) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
