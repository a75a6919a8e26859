import { useTranslation } from "react-i18next";
import type { Consent } from "./answer-room.server";
import { DeedButton } from "./deed-form";
import type { Tally } from "./room-view";

const CONSENTS: Consent[] = ["support", "aside", "object"];

/** Support, stand aside, object: one's own answer, and how many gave each. */
export function ConsentPart({
  about,
  tally,
  mine,
}: {
  about: "question" | "summary";
  tally: Tally;
  mine: Consent | null;
}) {
  const { t } = useTranslation("gatherings");
  return (
    <div className="stack stack-tight">
      <div className="cluster">
        {CONSENTS.map((answer) => (
          <DeedButton key={answer} deed="answer" fields={{ about, answer }} small>
            {t(`room.answer.${answer}`)}
          </DeedButton>
        ))}
      </div>
      {mine && <p className="small">{t("room.yourAnswer", { answer: t(`room.answer.${mine}`) })}</p>}
      <p className="small soft">{t("room.tally", tally)}</p>
    </div>
  );
}
