import { type AnchorHTMLAttributes, type ButtonHTMLAttributes, type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { Icon, type IconShape } from "./icon";

/** `primary`: the one thing a page is for. `quiet`: the others. `plain`: reads as a link. `danger`: can't be undone. */
export type ButtonLook = "primary" | "quiet" | "plain" | "danger";

type Shared = {
  look?: ButtonLook;
  small?: boolean;
  icon?: IconShape;
  /** What pressing it will do, in a sentence that stands beside it before it's pressed. */
  consequence?: ReactNode;
  children: ReactNode;
};

/** A button that submits its form unless `type` says otherwise; other attributes go to the `<button>`. */
export function Button({ look, small, icon, consequence, children, className, ...rest }: Shared & ButtonAttributes) {
  const describedBy = useId();
  return beside(
    consequence,
    describedBy,
    <button
      type="submit"
      aria-describedby={consequence ? describedBy : undefined}
      {...rest}
      className={classNames(buttonClass(look, small), className)}
    >
      {icon && <Icon of={icon} />}
      {children}
    </button>,
  );
}

/** A link that looks like a button: for going somewhere, never for a deed. */
export function LinkButton({ look, small, icon, consequence, children, className, ...rest }: Shared & LinkAttributes) {
  const describedBy = useId();
  return beside(
    consequence,
    describedBy,
    <a
      aria-describedby={consequence ? describedBy : undefined}
      {...rest}
      className={classNames(buttonClass(look, small), className)}
    >
      {icon && <Icon of={icon} />}
      {children}
    </a>,
  );
}

/** The buttons at the end of a form or a page, side by side where there is room. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="cluster">{children}</div>;
}

type ButtonAttributes = ButtonHTMLAttributes<HTMLButtonElement>;
type LinkAttributes = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

function buttonClass(look: ButtonLook = "primary", small = false) {
  return classNames("button", look !== "primary" && `button-${look}`, small && "button-small");
}

function beside(consequence: ReactNode, id: string, control: ReactNode) {
  if (!consequence) return control;
  return (
    <div className="press">
      {control}
      <small id={id}>{consequence}</small>
    </div>
  );
}
