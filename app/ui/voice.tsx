import type { ReactNode } from "react";
import { Leaf } from "./leaf";

/**
 * Who speaks: a name with its leaf, linked where `href` is given. `seed` is any whole number, always the same for a name.
 * What is put inside stands in small letters under the name, such as the day.
 */
export function Voice({
  name,
  seed,
  href,
  large,
  children,
}: {
  name: string;
  seed: number;
  href?: string;
  large?: boolean;
  children?: ReactNode;
}) {
  return (
    <span className="voice">
      <Leaf seed={seed} large={large} />
      <span>
        {href ? (
          <a className="voice-name" href={href}>
            {name}
          </a>
        ) : (
          <span className="voice-name">{name}</span>
        )}
        {children && <span className="voice-below">{children}</span>}
      </span>
    </span>
  );
}
