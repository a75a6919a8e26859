import { createContext, useContext } from "react";

/** What the server knows about one answer, and every part of its page may need. */
export type PageFacts = {
  /** Scripts in this page must carry it. Empty in the browser, where it is hidden from scripts. */
  nonce: string;
  /** The value of `data-theme`; null leaves the choice to the reader's device. */
  theme: "light" | "dark" | "contrast" | null;
  /** What tabs and bookmarks show: the title of every page, and the address of its icon. */
  outside: { title: string; icon: string };
  /** Addresses of the small scripts by their name in `app/browser/`. */
  scripts: Record<string, string>;
};

export const PageFactsContext = createContext<PageFacts>({
  nonce: "",
  theme: null,
  outside: { title: "…", icon: "/icons/page.svg" },
  scripts: {},
});

export const usePageFacts = () => useContext(PageFactsContext);
