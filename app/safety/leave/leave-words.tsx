import { useTranslation } from "react-i18next";

/**
 * What `app/browser/leave-now.ts` tells screen readers while Shift is pressed, and what it puts in place of the page. Says
 * nothing by itself.
 */
export function LeaveWords() {
  const { t } = useTranslation("leave");
  return (
    <p
      className="visually-hidden"
      role="status"
      suppressHydrationWarning
      data-leave-words
      data-two-more={t("twoMore")}
      data-one-more={t("oneMore")}
      data-leaving={t("leaving")}
      data-expired={t("expired")}
    />
  );
}
