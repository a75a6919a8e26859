/**
 * Leave now: the link covers the page at once and replaces it in the history; Shift pressed three times does the same;
 * other tabs of this site leave too; a page that Back brings back from memory hides itself. Without this script the link
 * still works.
 */
const WINDOW = 5_000;
const MARK = "here";
const words = document.querySelector<HTMLElement>("[data-leave-words]");
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("leave") : null;

function cover() {
  document.documentElement.hidden = true;
  document.title = "";
}

function unmark() {
  try {
    sessionStorage.removeItem(MARK);
  } catch {
    // Storage is switched off: then there is no mark either.
  }
}

function isMarked(): boolean {
  try {
    return sessionStorage.getItem(MARK) !== null;
  } catch {
    return true;
  }
}

function leave() {
  cover();
  unmark();
  location.replace("/leave");
}

function leaveEverywhere() {
  tabs?.postMessage("");
  leave();
}

function say(what: "twoMore" | "oneMore" | "leaving" | "expired") {
  if (words) words.textContent = words.dataset[what] ?? "";
}

// On the document, since a page that hydrates may replace the link.
document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element) || !event.target.closest("a[data-leave]")) return;
  event.preventDefault();
  leaveEverywhere();
});

let presses = 0;
let expiry = 0;
let alone = false;

function forget() {
  presses = 0;
  clearTimeout(expiry);
}

addEventListener("keydown", (event) => {
  // Shift held while another key goes down is typing, not leaving.
  alone = event.key === "Shift";
  if (!alone) forget();
});
addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || !alone) return;
  presses += 1;
  clearTimeout(expiry);
  if (presses === 3) {
    say("leaving");
    leaveEverywhere();
    return;
  }
  say(presses === 1 ? "twoMore" : "oneMore");
  expiry = window.setTimeout(() => {
    forget();
    say("expired");
  }, WINDOW);
});

tabs?.addEventListener("message", leave);
addEventListener("pageshow", (event) => {
  if (event.persisted && !isMarked()) cover();
});
