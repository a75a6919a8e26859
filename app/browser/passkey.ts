import { browserSupportsWebAuthn, startAuthentication, startRegistration } from "@simplewebauthn/browser";

/**
 * Lets a form ask the browser for a passkey: `<div data-passkey="make|show" data-options="JSON">` holds a hidden field for
 * the answer and words for each state; see PasskeyPress. The server checks everything; this only carries.
 */
function prepare(place: HTMLElement): void {
  const form = place.closest("form");
  const answer = place.querySelector<HTMLInputElement>("[data-passkey-answer]");
  const show = (state: string, shown: boolean) => {
    const part = place.querySelector<HTMLElement>(`[data-passkey-${state}]`);
    if (part) part.hidden = !shown;
  };
  if (!form || !answer) return;
  const able = browserSupportsWebAuthn();
  show("off", false);
  show(able ? "able" : "unable", true);

  const ask = async () => {
    const optionsJSON = JSON.parse(place.dataset.options ?? "{}");
    const given =
      place.dataset.passkey === "make"
        ? await startRegistration({ optionsJSON })
        : await startAuthentication({ optionsJSON });
    answer.value = JSON.stringify(given);
    form.submit();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!able) return;
    show("failed", false);
    ask().catch(() => show("failed", true));
  });
}

for (const place of document.querySelectorAll<HTMLElement>("[data-passkey]")) prepare(place);
