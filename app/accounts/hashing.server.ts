import { availableParallelism } from "node:os";
import { hash, hashRaw, verify } from "@node-rs/argon2";
import { createTurns } from "../platform/in-turn";
import { fingerprint } from "../platform/keys.server";

/** Argon2id's cost: 64 MiB, 3 passes, 1 lane; about 0.1 s on an ordinary core. The package's own algorithm is Argon2id. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** One hash a core, so that pages are still served and memory stays below 64 MiB a core. */
const AT_ONCE = availableParallelism();
/** Who waits longer than this many hashes a core would wait for seconds; better to say so at once. */
const WAITING = AT_ONCE * 20;

/** Verified where a sign-in name is unknown, at the same cost as a real one. Nothing opens it: its salt and hash are drawn from no text. */
export const NO_ONES_HASH =
  "$argon2id$v=19$m=65536,t=3,p=1$bm8gb25lJ3Mgc2FsdCE$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

const inTurn = createTurns({ atOnce: AT_ONCE, waiting: WAITING });

/** The database alone can't be used to test guesses: what is hashed is keyed by the server first. */
const peppered = (secret: string) => fingerprint("sign-in-secret", secret);

/** Argon2id of a secret as a PHC string; null when the server is overloaded. Never inside a transaction. */
export const hashSecret = (secret: string) => inTurn(() => hash(peppered(secret), COST));

/** Whether a secret is the hashed one; null when the server is overloaded. Takes as long for a wrong one. */
export const verifySecret = (stored: string, secret: string) => inTurn(() => verify(stored, peppered(secret)));

/**
 * A key of 32 bytes that only the secret opens again: Argon2id at the same cost, with a salt (16 bytes) of its own and
 * keyed for another purpose than signing in. Null when the server is overloaded.
 */
export const deriveKey = (secret: string, salt: Uint8Array) =>
  inTurn(() => hashRaw(fingerprint("own-key", secret), { ...COST, salt, outputLen: 32 }));

/** Whether a stored hash was made at another cost than today's. */
export const isOutdated = (stored: string) =>
  !stored.includes(`$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`);
