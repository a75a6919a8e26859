import type { ReactNode } from "react";

/** How much of something is used or done, `value` of `max`; `words` says it in figures beside the bar. */
export function Meter({
  label,
  value,
  max,
  words,
}: {
  label: ReactNode;
  value: number;
  max: number;
  words: ReactNode;
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className="meter">
      <span>{label}</span>
      <span className="soft">{words}</span>
      <svg className="bar" height="8" aria-hidden="true">
        <rect className="bar-bed" width="100%" height="8" rx="4" />
        <rect className="bar-fill" width={`${Math.round(share * 1000) / 10}%`} height="8" rx="4" />
      </svg>
    </div>
  );
}
