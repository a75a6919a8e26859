/** Every reason for which a deed is refused, with its HTTP status. The words are in i18n `refusals`. */
export const reasons = {
  // whoever asks
  "sign-in-first": 401,
  "not-allowed": 403,
  "not-found": 404,
  "too-new": 403,
  suspended: 403,
  muted: 403,
  "not-to-be-quoted": 403,
  // a case
  "claimed-by-other": 409,
  "claim-first": 409,
  "already-decided": 409,
  "no-second": 409,
  "held-long-enough": 409,
  "they-left": 409,
  "asked-already": 409,
  "asked-enough": 409,
  "not-safe": 409,
  "say-why": 422,
  "statement-first": 409,
  "set-aside": 409,
  "no-offline-key": 409,
  "secret-half": 422,
  "names-somebody": 422,
  // what is asked
  "own-thing": 422,
  "nothing-came": 422,
  invalid: 422,
  "too-long": 413,
  "already-done": 409,
  "changed-meanwhile": 409,
  "ask-first": 409,
  "other-name": 409,
  "too-many-drafts": 409,
  "journal-full": 409,
  "named-already": 409,
  "named-enough": 409,
  closed: 409,
  "listening-only": 403,
  limited: 429,
  overloaded: 503,
  // signing in and joining
  "wrong-codename": 401,
  "wrong-secret": 401,
  "wrong-recovery-code": 401,
  "wrong-old-secret": 401,
  "wrong-code": 401,
  "code-used": 401,
  "passkey-refused": 401,
  "passkey-copied": 401,
  "step-too-old": 410,
  "wrong-word": 422,
  "page-too-old": 410,
  "invitation-unknown": 404,
  "invitation-gone": 410,
  "joining-closed": 403,
  "joining-by-invitation": 403,
  "way-in-used": 410,
  "other-line": 403,
  "receipt-unknown": 404,
  // names
  "name-taken": 409,
  "name-refused": 422,
  "no-slot-left": 409,
  "last-name": 409,
  "last-steward": 409,
  // in a gathering
  "not-open-yet": 409,
  "not-in-the-room": 403,
  "not-your-turn": 409,
  "side-closed": 409,
  paused: 409,
  "seat-muted": 403,
  "seat-removed": 403,
  "door-locked": 409,
  full: 409,
} as const satisfies Record<string, number>;

export type Reason = keyof typeof reasons;

/** A limit that was met: which deed, when it may be done again, and the numbers for the RateLimit fields. */
export type Pace = { deed: string; retryAfterSeconds: number; limit: number; windowSeconds: number; remaining: number };

/**
 * `until`, `why` and `caseId`: when a sanction ends, the reasons that were given for it, and the case it was decided in.
 * `word`: what of a text stands in the way, as it was written.
 */
export type Refused = {
  ok: false;
  reason: Reason;
  pace?: Pace;
  until?: Date | null;
  why?: string;
  caseId?: number;
  word?: string;
};

/** What a command answers. Commands throw only on bugs. */
export type Outcome<T = unknown> = ({ ok: true } & T) | Refused;

export const refused = (reason: Reason, more: Omit<Refused, "ok" | "reason"> = {}): Refused => ({
  ok: false,
  reason,
  ...more,
});

export const statusOf = (refusal: Refused): number => reasons[refusal.reason];
