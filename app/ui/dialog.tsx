import X from "lucide-react/icons/x";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonLook } from "./button";
import { classNames } from "./class-names";
import { Icon, type IconShape } from "./icon";

/**
 * A deed that asks once: pressing `ask` unfolds what will happen, with the form that does it inside. Works without
 * scripts on every browser, in place, and closes by pressing `ask` again.
 */
export function Confirm({
  ask,
  icon,
  look = "quiet",
  title,
  children,
}: {
  ask: ReactNode;
  icon?: IconShape;
  look?: ButtonLook;
  title?: ReactNode;
  children: ReactNode;
}) {
  return (
    <details className="confirm">
      <summary className={classNames("button", "button-small", look !== "primary" && `button-${look}`)}>
        {icon && <Icon of={icon} />}
        {ask}
      </summary>
      <div className="confirm-body stack stack-tight">
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </details>
  );
}

/**
 * A sheet over the page, opened by its own button through the browser's popovers: no script, Escape closes it and focus
 * returns. Where a browser knows no popovers its content stands open on the page, so nothing is out of reach.
 */
export function Dialog({
  open,
  icon,
  look = "quiet",
  title,
  children,
}: {
  open: ReactNode;
  icon?: IconShape;
  look?: ButtonLook;
  title: string;
  children: ReactNode;
}) {
  const { t } = useTranslation("ui");
  const id = `dialog${useId().replaceAll(":", "-")}`;
  return (
    <>
      <Button type="button" look={look} icon={icon} {...{ popovertarget: id }}>
        {open}
      </Button>
      <div className="dialog" id={id} role="dialog" aria-labelledby={`${id}title`} {...{ popover: "auto" }}>
        <div className="stack stack-tight">
          <h2 id={`${id}title`}>{title}</h2>
          {children}
          <Button type="button" look="plain" icon={X} {...{ popovertarget: id, popovertargetaction: "hide" }}>
            {t("dialog.close")}
          </Button>
        </div>
      </div>
    </>
  );
}
