import ArrowLeft from "lucide-react/icons/arrow-left";
import ArrowRight from "lucide-react/icons/arrow-right";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon";

/** Where this stretch of a list goes on, on either side; `position` says where you stand in it ("21 to 40 of 63"). */
export function Pager({
  label,
  previous,
  next,
  position,
}: {
  label?: string;
  previous?: { href: string; label?: string } | undefined;
  next?: { href: string; label?: string } | undefined;
  position?: string;
}) {
  const { t } = useTranslation("ui");
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label={label ?? t("pager.label")}>
      {previous && (
        <a href={previous.href} rel="prev">
          <Icon of={ArrowLeft} /> {previous.label ?? t("pager.previous")}
        </a>
      )}
      {position && <span className="soft small">{position}</span>}
      {next && (
        <a href={next.href} rel="next" className="pager-next">
          {next.label ?? t("pager.next")} <Icon of={ArrowRight} />
        </a>
      )}
    </nav>
  );
}
