/**
 * Shows how far an archive is while it comes, and then keeps it as a file. The page holds `<form data-take-along>` with the
 * words, a hidden `<progress>` and a place for words. Whatever isn't an archive (a refusal, a question for the secret) is
 * left to the browser, which sends the form once more and shows the answer. Going away from the page ends it.
 */
const KEPT_FOR = 60_000;
/** Screen readers are told how far it is at most this often. */
const TOLD_EVERY = 2_000;

const sizeOf = (bytes: number) => {
  const language = document.documentElement.lang;
  const mega = bytes >= 1_000_000;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: mega ? 1 : 0 });
  return `${number.format(mega ? bytes / 1_000_000 : Math.ceil(bytes / 1000))} ${mega ? "MB" : "kB"}`;
};

function prepare(form: HTMLFormElement): void {
  const bar = form.querySelector("progress")?.parentElement;
  const words = form.querySelector("[role=status]");
  if (!bar || !words) return;
  const { working = "", done = "", failed = "" } = form.dataset;
  let busy = false;

  /** The archive and what it's to be called; null when the answer is a page. */
  async function fetchArchive(): Promise<{ archive: Blob; name: string } | null> {
    const sent = new URLSearchParams(new FormData(form) as never);
    const answer = await fetch(form.action, { method: "POST", body: sent });
    if (!answer.ok || answer.headers.get("content-type") !== "application/zip" || !answer.body) return null;
    const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "";
    const reader = answer.body.getReader();
    const pieces: BlobPart[] = [];
    let bytes = 0;
    let told = -TOLD_EVERY;
    for (;;) {
      const { done: over, value } = await reader.read();
      if (over) return { archive: new Blob(pieces, { type: "application/zip" }), name };
      pieces.push(value as BlobPart);
      bytes += value.length;
      if (performance.now() - told < TOLD_EVERY) continue;
      told = performance.now();
      words!.textContent = working.replace("{size}", sizeOf(bytes));
    }
  }

  function keep(archive: Blob, name: string) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(archive);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    bar.hidden = false;
    words.textContent = working.replace("{size}", sizeOf(0));
    try {
      const fetched = await fetchArchive();
      if (!fetched) return form.submit();
      const { archive, name } = fetched;
      keep(archive, name);
      words.textContent = done.replace("{size}", sizeOf(archive.size));
    } catch {
      words.textContent = failed;
    } finally {
      bar.hidden = true;
      busy = false;
    }
  });
}

const form = document.querySelector<HTMLFormElement>("form[data-take-along]");
if (form) prepare(form);
