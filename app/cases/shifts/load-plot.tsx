import { useTranslation } from "react-i18next";
import { PlotFrame } from "../../ui/plot-frame";
import type { OwnLoad } from "./load-queries.server";

/** In units of the drawing: seven columns, and room below them for the days. */
const WIDTH = 280;
const COLUMN = WIDTH / 7;
const HEIGHT = 96;
const DAYS_BELOW = 22;

/** On how many cases somebody worked on each of the last seven days: urgent ones stand below, in the other colour. */
export function LoadPlot({ days }: { days: OwnLoad["days"] }) {
  const { t, i18n } = useTranslation("shifts");
  const count = days.reduce((sum, one) => sum + one.urgent + one.ordinary, 0);
  const most = Math.max(4, ...days.map((one) => one.urgent + one.ordinary));
  const locale = i18n.language === "en" ? "en-GB" : i18n.language;
  const named = (day: Date, weekday: "narrow" | "long") =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(day);
  const tall = (cases: number) => (cases / most) * HEIGHT;
  return (
    <PlotFrame
      title={t("load.plot")}
      summary={count === 0 ? t("load.plotSaid_zero") : t("load.plotSaid", { count })}
      table={{
        columns: [t("load.day"), t("load.urgent"), t("load.ordinary")],
        rows: days.map((one) => [named(one.day, "long"), one.urgent, one.ordinary]),
      }}
    >
      <svg className="columns" aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT + DAYS_BELOW}`}>
        <line className="columns-floor" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        {days.map(({ day, urgent, ordinary }, i) => {
          const x = i * COLUMN + 7;
          const width = COLUMN - 14;
          return (
            <g key={day.toISOString()}>
              <rect className="bar-care" x={x} width={width} y={HEIGHT - tall(urgent)} height={tall(urgent)} />
              <rect
                className="bar-fill"
                x={x}
                width={width}
                y={HEIGHT - tall(urgent + ordinary)}
                height={tall(ordinary)}
              />
              <text x={x + width / 2} y={HEIGHT + DAYS_BELOW - 5} textAnchor="middle">
                {named(day, "narrow")}
              </text>
            </g>
          );
        })}
      </svg>
      <p className="small soft key">
        <svg className="key-mark" aria-hidden="true" viewBox="0 0 10 10">
          <rect className="bar-care" width="10" height="10" />
        </svg>{" "}
        {t("load.urgent")} ·{" "}
        <svg className="key-mark" aria-hidden="true" viewBox="0 0 10 10">
          <rect className="bar-fill" width="10" height="10" />
        </svg>{" "}
        {t("load.ordinary")}
      </p>
    </PlotFrame>
  );
}
