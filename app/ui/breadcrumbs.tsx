import { useTranslation } from "react-i18next";

/** A step on the way to this page; the last one is the page itself and needs no link. */
export type Crumb = { label: string; href?: string };

/** Where you are: the way from the first page to this one. A page at the start of its way has nothing to say: its heading does. */
export function Breadcrumbs({ way }: { way: Crumb[] }) {
  const { t } = useTranslation("ui");
  if (way.length < 2) return null;
  return (
    <nav aria-label={t("frame.way")}>
      <ol className="crumbs">
        {way.map((crumb, index) => {
          const here = index === way.length - 1;
          return (
            <li key={`${crumb.href}${crumb.label}`}>
              {crumb.href ? (
                <a href={crumb.href} aria-current={here ? "page" : undefined}>
                  {crumb.label}
                </a>
              ) : (
                <span aria-current={here ? "page" : undefined}>{crumb.label}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
