import { useTranslation } from "react-i18next";
import type { Kind } from "../../limits/shield/weigh";
import { PlotFrame } from "../../ui/plot-frame";

export type CountedKind = { kind: Kind; hours: { hour: Date; count: number; usual: number; from: number }[] };

/** In units of the drawing. */
const WIDTH = 288;
const HEIGHT = 72;
const BELOW = 20;

/** The last day of one kind, hour by hour: what was counted, what is usual, and from where on the first step begins. */
export function ShieldPlot({ kind, hours }: CountedKind) {
  const { t } = useTranslation("shield");
  const most = Math.max(...hours.flatMap((one) => [one.count, one.from])) * 1.05;
  const column = WIDTH / hours.length;
  const y = (count: number) => HEIGHT - (count / most) * HEIGHT;
  const line = (of: "usual" | "from") =>
    hours.map((one, i) => `${i ? "L" : "M"}${i * column} ${y(one[of])}H${(i + 1) * column}`).join("");
  const last = hours.at(-1)!;
  const named = (hour: Date) => hour.toISOString().slice(11, 16);
  return (
    <PlotFrame
      title={t(`kinds.${kind}`)}
      summary={t("said", { now: last.count, before: hours.at(-2)!.count, usual: last.usual, from: last.from })}
      table={{
        columns: [t("hour"), t("count"), t("usual"), t("from")],
        rows: hours.map((one) => [named(one.hour), one.count, one.usual, one.from]),
      }}
    >
      <svg className="columns" aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT + BELOW}`}>
        <line className="columns-floor" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        {hours.map((one, i) => (
          <rect
            key={one.hour.toISOString()}
            className={one.count >= one.from ? "bar-care" : "bar-fill"}
            x={i * column + 1.5}
            width={column - 3}
            y={y(one.count)}
            height={HEIGHT - y(one.count)}
          />
        ))}
        <path className="plot-line" d={line("usual")} />
        <path className="plot-line plot-line-far" d={line("from")} />
        {hours.map(
          (one, i) =>
            i % 6 === 0 && (
              <text key={one.hour.toISOString()} x={i * column} y={HEIGHT + BELOW - 4}>
                {named(one.hour)}
              </text>
            ),
        )}
      </svg>
    </PlotFrame>
  );
}
