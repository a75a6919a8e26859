// Weighs passphrases on a thread of its own: the word lists take some 100 MB while they are open, and a long passphrase up
// to a third of a second. Asked { passphrase, own }, where `own` are words that anybody here would try; answers with a
// flaw's name, or null.
import { parentPort } from "node:worker_threads";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as leaked } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { dictionary as spanish } from "@zxcvbn-ts/language-es-es";

/** Below it, somebody with a copy of the database and the server's key could find the passphrase by trying. */
const ENOUGH = 3;

/** What comes to many minds when they are asked for a long one. */
const FAMOUS = [
  "correcthorsebatterystaple",
  "thequickbrownfox",
  "jumpsoverthelazydog",
  "tobeornottobe",
  "thatisthequestion",
  "maytheforcebewithyou",
  "onceuponatime",
  "ourfatherwhoartinheaven",
  "thelordismyshepherd",
  "letmeinplease",
  "enunlugardelamancha",
  "padrenuestroqueestasenelcielo",
  "diostesalvemaria",
  "habiaunavez",
  "seronoser",
  "quelafuerzateacompañe",
];

const scale = new ZxcvbnFactory({
  dictionary: { ...leaked, ...english, ...spanish, famous: FAMOUS },
  graphs: adjacencyGraphs,
  // More look-alike letters than this make a hostile passphrase take seconds.
  l33tMaxSubstitutions: 4,
});

const squeezed = (text) => text.toLowerCase().replace(/\s+/gu, "");
const breached = new Set(leaked["passwords-common"].map(squeezed));

const FLAWS = {
  simpleRepeat: "repeats",
  extendedRepeat: "repeats",
  straightRow: "keyboard",
  keyPattern: "keyboard",
  sequences: "sequence",
  recentYears: "dates",
  dates: "dates",
  userInputs: "own",
};

function flawOf(passphrase, own) {
  const tight = squeezed(passphrase);
  if (breached.has(tight)) return "breached";
  for (const text of [passphrase, tight]) {
    const { score, feedback, sequence } = scale.check(text, own);
    if (score >= ENOUGH) continue;
    if (sequence.some(({ dictionaryName }) => dictionaryName === "userInputs")) return "own";
    return FLAWS[feedback.warning] ?? "guessable";
  }
  return null;
}

parentPort.on("message", ({ passphrase, own }) => parentPort.postMessage({ flaw: flawOf(passphrase, own) }));
