import Search from "lucide-react/icons/search";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";
import { Count } from "./count";
import { type Choices, FrameFooter } from "./frame-footer";
import { Icon } from "./icon";
import { LeaveNow } from "./leave-now";
import { type PlaceName, Places } from "./places";
import { Voice } from "./voice";

/** Everything the frame shows; it loads nothing itself. `speaking` is absent for guests, null for whoever has no name that can speak. */
export type FrameProps = {
  /** The community's own name for the site, neutral enough to be seen over a shoulder. */
  siteName: string;
  /** Path and query of this page, to come back to after changing language or theme. */
  here: string;
  /** From the first page to this one; the last crumb is this page. */
  way?: Crumb[];
  /** Which of the four places this page belongs to. */
  place?: PlaceName | undefined;
  /** As whom the reader speaks here, and where to change it. */
  speaking?: { name: string; seed: number; switchHref?: string } | null | undefined;
  /** Unread things in a place; nothing is shown for none. */
  counts?: Partial<Record<PlaceName, number>>;
  /** Doors that only some have, such as the moderators' queue. */
  offices?: { href: string; label: string; count?: number; current?: boolean }[];
  choices: Choices;
  children: ReactNode;
};

/** The frame around every page: leaving first, where you are and as whom you speak, the four places, the page, the foot. */
export function Frame({
  siteName,
  here,
  way = [],
  place,
  speaking,
  counts,
  offices = [],
  choices,
  children,
}: FrameProps) {
  const { t } = useTranslation("ui");
  return (
    <div className="frame">
      <header className="top">
        <LeaveNow />
        <a className="skip button" href="#main">
          {t("frame.skip")}
        </a>
        <a className="site-name" href="/">
          {siteName}
        </a>
      </header>
      <div className="side">
        <Places current={place} member={speaking !== undefined} counts={counts} />
        {offices.length > 0 && (
          <nav className="offices" aria-label={t("frame.offices")}>
            {offices.map((office) => (
              <a key={office.href} href={office.href} aria-current={office.current ? "page" : undefined}>
                {office.label}
                <Count of={office.count} words={t("frame.waiting")} />
              </a>
            ))}
          </nav>
        )}
      </div>
      <section className="here" aria-label={t("frame.whereYouAre")}>
        <Breadcrumbs way={way} />
        <a className="top-search" href="/search">
          <Icon of={Search} />
          {t("frame.search")}
        </a>
        {speaking && (
          <p className="speaking">
            {t("frame.speakingAs")} <Voice name={speaking.name} seed={speaking.seed} />
            {speaking.switchHref && <a href={speaking.switchHref}>{t("frame.switch")}</a>}
          </p>
        )}
        {speaking === null && (
          <p className="speaking">
            <a href="/me/names">{t("frame.chooseName")}</a>
          </p>
        )}
      </section>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <FrameFooter here={here} choices={choices} />
    </div>
  );
}
