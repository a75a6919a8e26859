import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "./class-names";

/** A list of things to go to, ruled like a notebook; its children are `Row`s. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  );
}

/**
 * One thing in a list: a title that links to it, a line about it, and small words below. `lead` is drawn before the
 * title (a leaf, an icon), `unread` puts a mark and the word beside it.
 */
export function Row({
  href,
  title,
  lead,
  about,
  meta,
  aside,
  unread,
  children,
}: {
  href?: string;
  title: ReactNode;
  lead?: ReactNode;
  about?: ReactNode;
  meta?: ReactNode;
  aside?: ReactNode;
  unread?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation("ui");
  return (
    <li className={classNames("row", unread && "row-unread")}>
      {lead && <div className="row-lead">{lead}</div>}
      <div className="row-body">
        <p className="row-title">
          {href ? <a href={href}>{title}</a> : title}
          {unread && <span className="row-mark"> {t("row.unread")}</span>}
        </p>
        {about && <p className="row-about">{about}</p>}
        {meta && <p className="row-meta">{meta}</p>}
        {children}
      </div>
      {aside && <div className="row-aside">{aside}</div>}
    </li>
  );
}
