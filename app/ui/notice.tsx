import CircleCheck from "lucide-react/icons/circle-check";
import HandHeart from "lucide-react/icons/hand-heart";
import Info from "lucide-react/icons/info";
import OctagonAlert from "lucide-react/icons/octagon-alert";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/** `calm`: good to know. `care`: take care. `danger`: can't be undone. `success`: what was asked for is done. */
export type NoticeTone = "calm" | "care" | "danger" | "success";

const ICONS = { calm: Info, care: HandHeart, danger: OctagonAlert, success: CircleCheck };

/** A message set apart from the text; `announce` reads it out at once to those who listen to the page. */
export function Notice({
  tone = "calm",
  title,
  announce,
  children,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  announce?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={classNames("notice", `notice-${tone}`)} role={announce ? "status" : undefined}>
      <Icon of={ICONS[tone]} />
      <div className="stack stack-tight">
        {title && <p className="notice-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
