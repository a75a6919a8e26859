import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** The numbers behind a plot: one row for each thing measured, its first cell names it. */
export type PlotTable = { columns: string[]; rows: (string | number)[][] };

/**
 * A plot drawn on the server as SVG (`children`, hidden from screen readers), with what it shows in a sentence above it
 * and its numbers in a table that unfolds below.
 */
export function PlotFrame({
  title,
  summary,
  table,
  children,
}: {
  title: ReactNode;
  summary: ReactNode;
  table: PlotTable;
  children: ReactNode;
}) {
  const { t } = useTranslation("ui");
  return (
    <figure className="plot">
      <figcaption>
        <p className="plot-title">{title}</p>
        <p className="soft">{summary}</p>
      </figcaption>
      <div aria-hidden="true">{children}</div>
      <details className="folded">
        <summary>{t("plot.numbers")}</summary>
        <div className="folded-body scroll">
          <table>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name, ...cells]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, column) => (
                    <td key={table.columns[column + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

/** Horizontal bars, longest value full width: the simplest honest plot, readable at 320 px. */
export function Bars({ bars }: { bars: { label: string; value: number; words?: string }[] }) {
  const longest = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <div className="bars">
      {bars.map((bar) => (
        <div className="meter" key={bar.label}>
          <span>{bar.label}</span>
          <span className="soft">{bar.words ?? bar.value}</span>
          <svg className="bar" height="12" aria-hidden="true">
            <rect className="bar-fill" width={`${Math.round((bar.value / longest) * 1000) / 10}%`} height="12" rx="3" />
          </svg>
        </div>
      ))}
    </div>
  );
}
