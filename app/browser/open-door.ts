/**
 * Does the work that the open door asks of a device, one try after the other, so that the page can still be read and
 * left. The page holds `<div hidden data-open-door>` with a form inside: `data-most` tries, hidden fields `challenge`,
 * `counter` and `key`, a `<progress>` and a place for words. Nothing begins before the button is pressed. Where the
 * browser can't work (no WebCrypto), the part stays hidden and the waiting page is there.
 */
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

/** Milliseconds after which a device is too slow, and the waiting page is quicker. */
const TOO_LONG = 240_000;
/** How many times on the way the words say how far it is. */
const TOLD = 4;

function prepare(part: HTMLElement): void {
  const form = part.querySelector("form");
  const bar = part.querySelector("progress");
  const words = part.querySelector("[role=status]");
  if (!form || !bar || !words) return;
  const { most = "1", working = "", done = "", failed = "" } = form.dataset;
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  let busy = false;

  const say = (text: string) => {
    if (words.textContent !== text) words.textContent = text;
  };
  const tell = (tries: number) => {
    bar.value = tries;
    say(working.replace("{n}", String((Math.floor((tries / Number(most)) * TOLD) * 100) / TOLD)));
  };

  async function work(): Promise<boolean> {
    let tries = 0;
    const solution = await solveChallenge({
      challenge: JSON.parse(field("challenge").value),
      timeout: TOO_LONG,
      deriveKey: (...asked) => {
        tell(tries++);
        return deriveKey(...asked);
      },
    });
    if (!solution) return false;
    field("counter").value = String(solution.counter);
    field("key").value = solution.derivedKey;
    return true;
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    bar.parentElement!.hidden = false;
    tell(0);
    const worked = await work().catch(() => false);
    busy = false;
    say(worked ? done : failed);
    if (worked) form.submit();
  });
  part.hidden = false;
}

const part = document.querySelector<HTMLElement>("[data-open-door]");
if (part && window.crypto?.subtle) prepare(part);
