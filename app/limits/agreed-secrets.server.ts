import { createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes } from "node:crypto";
import type { Whispers } from "#db/whispers.pg";
import { keyedDigest, sealUnder, unsealUnder } from "../platform/keys.server";
import { DAY, HOUR } from "../platform/time";

/** What processes that serve one community agree on, and only remember: the key of their counters, and the day's salt. */
export type Secrets = { counts: Buffer; salt: Buffer; saltBorn: number };

/** Locks: held together by all who know the secrets; held alone by whoever draws a new salt. */
const KNOWING = 1;
const DRAWING = 2;
/** Milliseconds that those who know are given to answer. */
const PATIENCE = 1_000;
const TRIES = 10;

type Said = { ask: string } | { to: string; from: string; sealed: string };

/** The parts that talk: `open` a connection, hearing what is said on it and when it is lost. */
export type Parts = {
  open(hearing: { hear(words: string): void; lost(): void }): Promise<Whispers>;
  clock(): Date;
  /** Whoever draws the secrets anew: nothing that was counted under older ones can be read. */
  onDrawn(): Promise<void>;
};

/**
 * Agrees on secrets with the other processes on the same database, without any of them touching a disk in a form that anybody
 * could open: whoever is new says a public key drawn for this once, those who know answer with the secrets sealed to it, and under
 * the server's key. Whoever finds that nobody knows draws them. Rejects when there is nobody to agree with nor a way to find out.
 */
export async function agreeOnSecrets({ open, clock, onDrawn }: Parts) {
  const pair = generateKeyPairSync("x25519");
  const me = pair.publicKey.export({ format: "der", type: "spki" }).toString("base64url");
  let known: Secrets | null = null;
  let whispers: Whispers | null = null;
  let told: () => void = () => {};

  const keyWith = (other: string) => {
    const publicKey = createPublicKey({ key: Buffer.from(other, "base64url"), format: "der", type: "spki" });
    const secret = diffieHellman({ privateKey: pair.privateKey, publicKey });
    return Buffer.from(hkdfSync("sha256", secret, keyedDigest("limits", "between processes"), "secrets", 32));
  };

  function learn(text: string) {
    const { counts, salt, saltBorn } = JSON.parse(text) as Record<keyof Secrets, never>;
    known = { counts: Buffer.from(counts, "base64"), salt: Buffer.from(salt, "base64"), saltBorn };
  }
  const spoken = ({ counts, salt, saltBorn }: Secrets) =>
    JSON.stringify({ counts: counts.toString("base64"), salt: salt.toString("base64"), saltBorn });

  function hear(words: string) {
    // Anybody with the database's password can say something here: what can't be read is nobody's.
    try {
      const said = JSON.parse(words) as Said;
      if ("ask" in said) {
        if (said.ask === me || !known) return;
        const sealed = sealUnder(keyWith(said.ask), Buffer.from(spoken(known)), said.ask).toString("base64");
        void whispers?.say(JSON.stringify({ to: said.ask, from: me, sealed })).catch(() => {});
      } else if (said.to === me) {
        learn(unsealUnder(keyWith(said.from), Buffer.from(said.sealed, "base64"), me).toString());
        told();
      }
    } catch {}
  }

  const ask = (line: Whispers) =>
    new Promise<boolean>((resolve) => {
      const late = setTimeout(() => resolve(false), PATIENCE);
      told = () => {
        clearTimeout(late);
        resolve(true);
      };
      line.say(JSON.stringify({ ask: me })).catch(() => resolve(false));
    });

  /** Comes to know what the others know; or, where nobody does, goes on with what it knew or draws anew. */
  async function join(): Promise<void> {
    const lost = () => {
      whispers = null;
    };
    const line = await open({ hear, lost });
    whispers = line;
    for (let i = 0; i < TRIES; i++) {
      if (await line.tryLock(KNOWING, "alone")) {
        if (!known) {
          await onDrawn();
          known = { counts: randomBytes(32), salt: randomBytes(32), saltBorn: clock().getTime() };
        }
        await line.tryLock(KNOWING, "shared");
        return line.unlock(KNOWING, "alone");
      }
      if ((await ask(line)) && (await line.tryLock(KNOWING, "shared"))) return;
    }
    whispers = null;
    await line.close();
    throw new Error("the other processes don't say what they count under.");
  }

  await join();

  return {
    /** What is known now. */
    secrets: () => known!,

    /** To be called every minute or so: finds the others again after the connection was lost, and has no salt live for longer than a day. */
    async renew(): Promise<void> {
      const age = () => Math.abs(clock().getTime() - known!.saltBorn);
      let mayDraw = false;
      try {
        if (!whispers) await join();
        if (age() < DAY - HOUR) return;
        mayDraw = await whispers!.tryLock(DRAWING, "alone");
        if (!mayDraw) await ask(whispers!);
      } finally {
        // Whoever waited for it in vain for an hour draws one of their own: for a while they count for themselves.
        if (mayDraw || age() >= DAY) known = { ...known!, salt: randomBytes(32), saltBorn: clock().getTime() };
      }
    },

    close: async () => whispers?.close(),
  };
}

export type Agreement = Awaited<ReturnType<typeof agreeOnSecrets>>;
