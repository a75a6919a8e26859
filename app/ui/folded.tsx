import type { ReactNode } from "react";
import { classNames } from "./class-names";

/**
 * Something that stays folded until the reader opens it: `summary` says what's inside before it's seen, `hint` a little
 * more. `care` marks heavy matter, such as what a content note names.
 */
export function Folded({
  summary,
  hint,
  care,
  open,
  id,
  children,
}: {
  summary: ReactNode;
  hint?: ReactNode;
  care?: boolean;
  open?: boolean;
  id?: string;
  children: ReactNode;
}) {
  return (
    <details className={classNames("folded", care && "folded-care")} open={open} id={id}>
      <summary>
        <span>
          {summary}
          {hint && <small> {hint}</small>}
        </span>
      </summary>
      <div className="folded-body">{children}</div>
    </details>
  );
}
