import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconShape } from "./icon";

/** A word or two that label a thing: the kind of a space, a content note, the state of a case. */
export function Chip({
  tone,
  icon,
  children,
}: {
  tone?: "moss" | "care" | "danger";
  icon?: IconShape;
  children: ReactNode;
}) {
  return (
    <span className={classNames("chip", tone && `chip-${tone}`)}>
      {icon && <Icon of={icon} />}
      {children}
    </span>
  );
}
