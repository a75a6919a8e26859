import { z } from "zod";
import { randomToken, seal, sha256, unseal } from "../../platform/keys.server";
import { MINUTE, plus } from "../../platform/time";

/** How long the second step of signing in stays open: time to find a phone in another room. */
export const STEP_GOOD_FOR = 5 * MINUTE;
/** How long the page that adds a passkey stays open. */
export const ADDING_GOOD_FOR = 10 * MINUTE;

/** 32 random bytes that a passkey signs: they are good once, and only with their ticket. */
const drawChallenge = () => randomToken(32);

const step = z.object({
  accountId: z.number(),
  secret: z.string(),
  ownDevice: z.boolean(),
  label: z.string().nullable(),
  challenge: z.string(),
  until: z.number(),
});

/** Somebody whose words were right: as whom, on which device, and what their passkey is to sign. */
export type Step = z.infer<typeof step>;

/** Stands for the secret in force, so that a ticket dies with the words that earned it. */
export const markOfSecret = (secretHash: string) => sha256(`second step of ${secretHash}`);

/** Writes a ticket for the page of the second step to carry, so that nothing of a half-done sign-in is stored. */
export function sealStep(about: Pick<Step, "accountId" | "ownDevice" | "label"> & { secretHash: string }, now: Date) {
  const { secretHash, ...rest } = about;
  const until = plus(now, STEP_GOOD_FOR).getTime();
  return close({ ...rest, secret: markOfSecret(secretHash), challenge: drawChallenge(), until }, "sign-in");
}

/** The ticket that came back, or null: altered, written for something else, or too old. */
export const openStep = (ticket: string, now: Date): Step | null => open(ticket, "sign-in", step, now);

const adding = z.object({ challenge: z.string(), until: z.number() });
export type Adding = z.infer<typeof adding>;

const boundTo = (accountId: number) => `adding to ${accountId}`;

/** A challenge for a new passkey of one account, and the ticket that brings it back. */
export function sealAdding(accountId: number, now: Date) {
  const about: Adding = { challenge: drawChallenge(), until: plus(now, ADDING_GOOD_FOR).getTime() };
  return { challenge: about.challenge, ticket: close(about, boundTo(accountId)) };
}

/** The ticket for a new passkey that came back, or null, as for `openStep`. */
export const openAdding = (ticket: string, accountId: number, now: Date): Adding | null =>
  open(ticket, boundTo(accountId), adding, now);

const close = (about: Step | Adding, bound: string) =>
  seal("factor-challenge", JSON.stringify(about), bound).toString("base64url");

function open<T extends { until: number }>(ticket: string, bound: string, shape: z.ZodType<T>, now: Date): T | null {
  try {
    const about = shape.parse(JSON.parse(unseal("factor-challenge", Buffer.from(ticket, "base64url"), bound)));
    return about.until > now.getTime() ? about : null;
  } catch {
    return null;
  }
}
