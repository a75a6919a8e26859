import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createWords } from "~/i18n/i18n";
import { type PageFacts, PageFactsContext } from "~/ui/page-facts";

/** Only pages whose route says `handle = { hydrate: true }` load this; they also load the words of their one language. */
async function hydrate() {
  const { lang, dataset } = document.documentElement;
  const language = lang === "es" ? "es" : "en";
  const { default: words } = language === "es" ? await import("~/i18n/es") : await import("~/i18n/en");
  const small = [...document.querySelectorAll<HTMLScriptElement>("script[data-small]")];
  const facts: PageFacts = {
    nonce: "",
    theme: (dataset.theme as PageFacts["theme"]) ?? null,
    outside: {
      title: document.title,
      icon: document.querySelector("link[rel=icon]")?.getAttribute("href") ?? "",
    },
    scripts: Object.fromEntries(small.map((script) => [script.dataset.small ?? "", script.getAttribute("src") ?? ""])),
  };
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={createWords(language, words)}>
        <PageFactsContext.Provider value={facts}>
          <RemixBrowser />
        </PageFactsContext.Provider>
      </I18nextProvider>,
    );
  });
}

void hydrate();
