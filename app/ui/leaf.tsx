import { classNames } from "./class-names";
import { drawLeaf } from "./draw-leaf";

/** The small leaf that belongs to a pseudonym, drawn from its own seed. Hidden from screen readers: the name stands beside it. */
export function Leaf({ seed, large }: { seed: number; large?: boolean }) {
  const { hue, open, body, veins } = drawLeaf(seed);
  return (
    <svg
      className={classNames("leaf", `leaf-${hue}`, open && "leaf-open", large && "leaf-large")}
      viewBox="0 0 64 64"
      aria-hidden="true"
    >
      <path d={body} />
      <path d={veins} />
    </svg>
  );
}
