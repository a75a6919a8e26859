/**
 * Counts down until one can go on, beside the notice of a limit. The page holds `<p data-countdown="35" data-words="{n} left"
 * data-over="You can go on now." role="timer" hidden>`, in seconds and the page's language. Screen readers hear only the end.
 */
const MINUTE = 60;
/** Seconds are counted from here on; above it the minutes. */
const BY_SECONDS = 90;

function countDown(place: HTMLElement): void {
  const { words = "", over = "" } = place.dataset;
  const language = document.documentElement.lang;
  const number = (unit: "second" | "minute", value: number) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(value);
  // A device that slept wakes up at the right number.
  const end = Date.now() + Number(place.dataset.countdown) * 1000;

  const show = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left <= 0) {
      clearInterval(ticking);
      place.setAttribute("role", "status");
      place.textContent = over;
      return;
    }
    const now = words.replace(
      "{n}",
      left < BY_SECONDS ? number("second", left) : number("minute", Math.ceil(left / MINUTE)),
    );
    if (place.textContent !== now) place.textContent = now;
  };
  const ticking = setInterval(show, 1000);
  place.hidden = false;
  show();
}

const place = document.querySelector<HTMLElement>("[data-countdown]");
if (place) countDown(place);
