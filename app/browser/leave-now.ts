/**
 * Leave now: the link covers the page at once and replaces it in the history; Shift pressed three times does the same;
 * other tabs of this site leave too; a page that comes back from memory after it was left hides itself. Without this
 * script the links still work.
 */
const LONGEST_PAUSE = 5_000;
const MARK = "here";
/** Never empty: for a page without a title, browsers show its address. */
const NO_TITLE = "…";
const LINK = "a[data-leave]";
const words = document.querySelector<HTMLElement>("[data-leave-words]");
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("leave") : null;

/** Hides a page that was left some time ago. */
function blank() {
  document.documentElement.hidden = true;
  document.title = NO_TITLE;
}

/** Puts a neutral line in place of the page, for as long as the next one takes. What is hidden can't be reached by Tab or be read aloud either. */
function cover() {
  const line = document.createElement("div");
  line.className = "leaving";
  line.setAttribute("role", "alert");
  document.body.append(line);
  for (const part of document.body.children) if (part !== line && part instanceof HTMLElement) part.hidden = true;
  document.documentElement.dataset.left = "";
  document.title = NO_TITLE;
  // After it stands in the page: screen readers say what changes.
  line.textContent = words?.dataset.leaving ?? "";
}

function clearStorage() {
  for (const name of ["sessionStorage", "localStorage"] as const) {
    try {
      window[name].clear();
    } catch {
      // Storage is switched off: then there is nothing in it either.
    }
  }
}

function isMarked(): boolean {
  try {
    return sessionStorage.getItem(MARK) !== null;
  } catch {
    return true;
  }
}

let left = false;

function leave() {
  if (left) return;
  left = true;
  cover();
  clearStorage();
  location.replace("/leave");
}

function leaveEverywhere() {
  tabs?.postMessage("");
  leave();
}

const onLink = ({ target }: Event) => target instanceof Element && target.closest(LINK) !== null;

// On the document, since a page that hydrates may replace the links. The middle button would open another tab and leave
// this one as it is; the space bar works on whatever looks like a button.
document.addEventListener("click", (event) => {
  if (!onLink(event)) return;
  event.preventDefault();
  leaveEverywhere();
});
document.addEventListener("auxclick", (event) => {
  if (event.button !== 1 || !onLink(event)) return;
  event.preventDefault();
  leaveEverywhere();
});

let presses = 0;
let timer = 0;
let alone = false;

function after(what: () => void) {
  clearTimeout(timer);
  timer = window.setTimeout(what, LONGEST_PAUSE);
}

function say(what: "twoMore" | "oneMore" | "expired" | null) {
  if (words) words.textContent = (what && words.dataset[what]) ?? "";
}

function count(to: number) {
  presses = to;
  const dots = document.querySelector<HTMLElement>("[data-leave-presses]");
  if (dots && to) dots.dataset.pressed = String(to);
  else delete dots?.dataset.pressed;
}

function forget() {
  if (!presses) return;
  count(0);
  say("expired");
  after(() => say(null));
}

addEventListener("keydown", (event) => {
  // Shift together with anything else is typing, or a change of the keyboard's language, not leaving.
  alone = event.key === "Shift" && !event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
  if (!alone) forget();
  if (event.key === " " && onLink(event)) {
    event.preventDefault();
    leaveEverywhere();
  }
});
// So is Shift held while the pointer selects or the wheel turns.
function withPointer() {
  alone = false;
}
addEventListener("pointerdown", withPointer);
addEventListener("wheel", withPointer, { passive: true });
addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || !alone) return;
  count(presses + 1);
  if (presses === 3) return leaveEverywhere();
  say(presses === 1 ? "twoMore" : "oneMore");
  after(forget);
});

tabs?.addEventListener("message", leave);
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  count(0);
  say(null);
  if (!isMarked()) blank();
});
// A tab that slept through the others' leaving.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && !isMarked()) blank();
});
