import DoorOpen from "lucide-react/icons/door-open";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon";

/**
 * The way out, first in the tab order and always in sight: a plain link, so that it works before any script does and
 * without one. Its dots count the presses of Shift; `app/browser/leave-now.ts` lights them.
 */
export function LeaveNow() {
  const { t } = useTranslation("ui");
  return (
    <a className="leave button" href="/leave" rel="nofollow" id="leave-now" data-leave="" draggable={false}>
      <Icon of={DoorOpen} />
      {t("frame.leave")}
      <span className="leave-presses" aria-hidden="true" data-leave-presses="" suppressHydrationWarning>
        <span />
        <span />
        <span />
      </span>
    </a>
  );
}

/**
 * The same way out at the end of the tab order, shown while it has the focus: whoever is far down a page with a keyboard
 * alone, and without scripts, reaches it by going on instead of all the way back.
 */
export function LeaveAtTheEnd() {
  const { t } = useTranslation("ui");
  return (
    <a className="leave-end button" href="/leave" rel="nofollow" data-leave="" draggable={false}>
      {t("frame.leave")}
    </a>
  );
}
