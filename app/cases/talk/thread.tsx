import { useTranslation } from "react-i18next";
import { Day, Deadline } from "../../ui/day";

type Line = { position: number; kind: "question" | "answer"; words: string; at: Date; by?: string | null };

/** What was asked and answered, in its order. `answerer` is what the side that answers is called; names of handlers only where they are given. */
export function Thread({ said, answerer, waits }: { said: Line[]; answerer: string; waits: Date | null }) {
  const { t } = useTranslation("talk");
  return (
    <div className="stack stack-tight">
      <ol className="plain-list stack stack-tight">
        {said.map((one) => (
          <li key={one.position}>
            <p className="small soft">
              {one.kind === "answer" ? answerer : t("asked", { by: one.by ?? t("whoDecides") })} · <Day date={one.at} />
            </p>
            <p className="said" dir="auto">
              {one.words}
            </p>
          </li>
        ))}
      </ol>
      {waits && (
        <p className="small">
          {t("waits")} <Deadline at={waits} />
        </p>
      )}
    </div>
  );
}
