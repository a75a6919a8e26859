import type { LucideIcon } from "lucide-react";

/** The shape of an icon: a component imported singly, as in `import Flag from "lucide-react/icons/flag"`. */
export type IconShape = LucideIcon;

/** A line drawing the height of the text beside it, hidden from screen readers: it always stands next to words. */
export function Icon({ of: Shape }: { of: IconShape }) {
  return <Shape className="icon" strokeWidth={1.75} aria-hidden="true" />;
}
