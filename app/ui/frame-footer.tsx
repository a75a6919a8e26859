import { useTranslation } from "react-i18next";
import { LeaveAtTheEnd } from "./leave-now";

/** What the reader chose of language and look, and what there is to choose; `device` follows the reader's own settings. */
export type Choices = {
  theme: Theme;
  language: string;
  languages: { code: string; name: string }[];
};

/** The looks of the site; every one but `device` is the value of `data-theme` on `<html>`. */
export type Theme = "device" | "light" | "dark" | "contrast";

const THEMES: Theme[] = ["device", "light", "dark", "contrast"];

/** The foot of every page: what is promised, and how the page speaks and looks. Posts `language` or `theme`, and `back`. */
export function FrameFooter({ here, choices }: { here: string; choices: Choices }) {
  const { t } = useTranslation("ui");
  return (
    <footer className="foot">
      <nav className="cluster" aria-label={t("footer.label")}>
        <a href="/handbook">{t("footer.handbook")}</a>
        <a href="/privacy">{t("footer.privacy")}</a>
        <a href="/agreements">{t("footer.agreements")}</a>
        <a href="/log">{t("footer.log")}</a>
        <a href="/transparency">{t("footer.transparency")}</a>
        <a href="/report/outside">{t("footer.outside")}</a>
        <a href="/helplines">{t("footer.helplines")}</a>
        <a href="/leave/help">{t("footer.leaving")}</a>
      </nav>
      <form method="post" action="/preferences" className="foot-choices">
        <input type="hidden" name="back" value={here} />
        <fieldset className="cluster">
          <legend>{t("footer.language")}</legend>
          {choices.languages.map(({ code, name }) => (
            <button
              type="submit"
              key={code}
              name="language"
              value={code}
              lang={code}
              aria-pressed={code === choices.language}
            >
              {name}
            </button>
          ))}
        </fieldset>
        <fieldset className="cluster">
          <legend>{t("footer.theme")}</legend>
          {THEMES.map((theme) => (
            <button type="submit" key={theme} name="theme" value={theme} aria-pressed={theme === choices.theme}>
              {t(`themes.${theme}`)}
            </button>
          ))}
        </fieldset>
      </form>
      <LeaveAtTheEnd />
    </footer>
  );
}
