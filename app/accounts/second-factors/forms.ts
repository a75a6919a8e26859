import { z } from "zod";

/** Base64url without padding, of no more characters than any authenticator sends. */
const base64url = (longest: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(longest);

const shared = { id: base64url(1500), rawId: base64url(1500), type: z.literal("public-key") };

const signature = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(4000),
  }),
});

const newKey = z.object({
  ...shared,
  response: z.object({ clientDataJSON: base64url(4000), attestationObject: base64url(40_000) }),
});

/** What a browser hands over of a passkey, without what nobody needs: names of transports, extensions, a user handle. */
export type Signature = z.infer<typeof signature>;
export type NewKey = z.infer<typeof newKey>;

function read<T>(text: string, shape: z.ZodType<T>): T | null {
  if (text.length > 60_000) return null;
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A passkey's answer to a challenge, from the JSON that our script put into the form; null for anything else. */
export const readSignature = (text: string): Signature | null => read(text, signature);

/** A new passkey, from the JSON that our script put into the form; null for anything else. */
export const readNewKey = (text: string): NewKey | null => read(text, newKey);

/** The six digits of an authenticator app, whatever spaces, hyphens or points stand between them; null when it can't be a code. */
export function readCode(typed: string): string | null {
  if (typed.length > 60) return null;
  const code = typed.normalize("NFKC").replace(/[\s\p{Pd}\p{Cf}.]+/gu, "");
  return /^\d{6}$/.test(code) ? code : null;
}

/** A form of the second step. Exactly one of `code` and `signature` counts: the one that isn't empty, the signature first. */
export const secondStepForm = z.object({
  ticket: z.string().min(1).max(4000),
  code: z.string().max(500).default(""),
  signature: z.string().max(60_000).default(""),
  back: z.string().max(2000).optional(),
});

export const newPasskeyForm = z.object({
  ticket: z.string().min(1).max(4000),
  key: z.string().max(60_000).default(""),
  label: z
    .string()
    .trim()
    .max(40)
    .transform((label) => label || null)
    .default(null),
});

export const codeAppForm = z.object({ step: z.enum(["begin", "confirm"]), code: z.string().max(500).default("") });

export const removeFactorForm = z.object({ remove: z.literal("app").or(z.string().regex(/^[0-9a-hjkmnp-tv-z]{11}$/)) });
