import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";

/**
 * The button that asks the browser for a passkey. It needs the script `passkey`, which fills the hidden field `answer` and
 * sends the form around; until the script says that it can, this says why it can't. `options` in JSON: what the browser
 * is asked, to `make` a key or to `show` one.
 */
export function PasskeyPress({
  deed,
  options,
  answer,
  consequence,
  children,
}: {
  deed: "make" | "show";
  options: string;
  answer: string;
  consequence?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation("factors");
  return (
    <div className="stack" data-passkey={deed} data-options={options}>
      <input type="hidden" name={answer} value="" data-passkey-answer />
      <div data-passkey-off>
        <Notice>{t("press.noScripts")}</Notice>
      </div>
      <div data-passkey-unable hidden>
        <Notice>{t("press.unable")}</Notice>
      </div>
      <div data-passkey-able hidden>
        <Button consequence={consequence}>{children}</Button>
      </div>
      <div role="status">
        <p data-passkey-failed hidden>
          {t("press.failed")}
        </p>
      </div>
    </div>
  );
}
