import { Worker } from "node:worker_threads";
import { MINUTE } from "../platform/time";
import type { Flaw } from "./passphrase-flaws";

/** Beside the word lists' 100 MB there is room for little else; a thread that wants more ends by itself. */
const MEMORY_MB = 192;
/** The thread is kept this long for whoever tries again, then its memory is given back. */
const KEPT = MINUTE;
/** Who would wait longer than this many others hears at once that the server is busy. */
const WAITING = 20;

type Waiting = (answer: { flaw: Flaw | null } | null) => void;
type Scale = { worker: Worker; waiting: Waiting[]; closing?: NodeJS.Timeout };

let scale: Scale | undefined;

/**
 * Whether a passphrase is too easy to guess, by lists of leaked passwords and of words in both languages, all on this
 * machine. `own`: words that anybody here would try. Null when too many are being weighed.
 */
export function weighPassphrase(passphrase: string, own: string[]): Promise<{ flaw: Flaw | null } | null> {
  scale ??= openScale();
  const { worker, waiting, closing } = scale;
  if (waiting.length >= WAITING) return Promise.resolve(null);
  clearTimeout(closing);
  return new Promise((answer) => {
    waiting.push(answer);
    worker.postMessage({ passphrase, own });
  });
}

/** Whether the thread with the word lists is running. */
export const isWeighing = () => scale !== undefined;

/** Lets go of the thread now. */
export async function putScaleAway(): Promise<void> {
  const { worker } = scale ?? {};
  scale = undefined;
  await worker?.terminate();
}

function openScale(): Scale {
  const worker = new Worker("./app/accounts/passphrase-scale.mjs", {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    // Not the server's variables: among them is its key.
    env: {},
  });
  worker.unref();
  const opened: Scale = { worker, waiting: [] };
  worker.on("message", (answer: { flaw: Flaw | null }) => {
    opened.waiting.shift()?.(answer);
    if (opened.waiting.length > 0) return;
    opened.closing = setTimeout(() => scale === opened && void putScaleAway(), KEPT);
    opened.closing.unref();
  });
  // An error is followed by an exit; whoever waited can try again, on a new thread.
  worker.on("error", () => {});
  worker.on("exit", () => {
    if (scale === opened) scale = undefined;
    for (const answer of opened.waiting.splice(0)) answer(null);
  });
  return opened;
}
