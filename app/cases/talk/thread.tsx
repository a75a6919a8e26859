import { useTranslation } from "react-i18next";
import { Day, Deadline } from "../../ui/day";

type Line = { position: number; kind: "question" | "answer"; words: string; at: Date; by?: string | null };

type Props = { said: Line[]; answerer: string; waits: Date | null; grey?: boolean };

/** What was asked and answered, in its order. `answerer` is what the side that answers is called; names of handlers only where they are given. `grey`: answers stand in grey, as sealed copies do. */
export function Thread({ said, answerer, waits, grey }: Props) {
  const { t } = useTranslation("talk");
  return (
    <div className="stack stack-tight">
      <ol className="plain-list stack stack-tight">
        {said.map((one) => (
          <li key={one.position}>
            <p className="small soft">
              {one.kind === "answer" ? answerer : t("asked", { by: one.by ?? t("whoDecides") })} · <Day date={one.at} />
            </p>
            <p className={grey && one.kind === "answer" ? "sealed said" : "said"} dir="auto">
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
