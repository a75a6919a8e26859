import type { ReactNode } from "react";

/** Words for those who listen to a page where sight already has them from the layout. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}
