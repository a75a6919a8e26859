import { useTranslation } from "react-i18next";
import type { Language } from "../../i18n/i18n";
import { Chip } from "../../ui/chip";
import { Day } from "../../ui/day";
import type { answers, requestKinds, tellings } from "./forms";

type Answer = (typeof answers)[number];

/** An entry as everybody reads it, days as `2026-05-04`. `number` and `written` are missing in a preview. */
export type ShownEntry = {
  number?: number;
  written?: string;
  day: string;
  kind: (typeof requestKinds)[number] | "nothing-to-report";
  country: string | null;
  words: string;
  answer: Answer;
  handed: string;
  told: (typeof tellings)[number];
  language: Language;
  added: ShownAddition[];
};

export type ShownAddition = {
  bump?: number;
  written?: string;
  answer: Answer | null;
  words: string;
  language: Language;
};

/** One entry of the transparency page with all that was added to it. `correct`: an address at which a steward adds more. */
export function Entry({ entry, correct }: { entry: ShownEntry; correct?: string }) {
  const { t } = useTranslation("transparency");
  const nothing = entry.kind === "nothing-to-report";
  return (
    <article className="section" id={entry.number ? `entry-${entry.number}` : undefined}>
      <h2>{t(`kinds.${entry.kind}`)}</h2>
      <p className="cluster soft">
        <span>
          {nothing ? t("entry.upTo") : t("entry.came")} <Day date={new Date(entry.day)} />
        </span>
        {entry.country && <CountryName of={entry.country} />}
        {entry.number && <span>{t("entry.number", { number: entry.number })}</span>}
        {!nothing && <AnswerChip answer={entry.added.findLast(({ answer }) => answer)?.answer ?? entry.answer} />}
      </p>
      {nothing ? <Words {...entry} /> : <Facts entry={entry} />}
      {entry.written && (
        <p className="soft small">
          {t("entry.written")} <Day date={new Date(entry.written)} />
        </p>
      )}
      {entry.added.map((one) => (
        <Addition key={one.bump} addition={one} />
      ))}
      {correct && (
        <p>
          <a href={correct} aria-label={t("desk.correctThis", { number: entry.number })}>
            {t("desk.correct")}
          </a>
        </p>
      )}
    </article>
  );
}

function Facts({ entry }: { entry: ShownEntry }) {
  const { t } = useTranslation("transparency");
  return (
    <dl className="stack">
      <div>
        <dt>{t("fields.words")}</dt>
        <dd>
          <Words {...entry} />
        </dd>
      </div>
      <div>
        <dt>{t("fields.handed")}</dt>
        <dd>
          {t(`answers.${entry.answer}`)}
          {entry.handed && <Words words={entry.handed} language={entry.language} />}
        </dd>
      </div>
      <div>
        <dt>{t("fields.told")}</dt>
        <dd>{t(`tellings.${entry.told}`)}</dd>
      </div>
    </dl>
  );
}

/** What a steward added later, under the entry as it was. */
export function Addition({ addition: { written, answer, words, language } }: { addition: ShownAddition }) {
  const { t } = useTranslation("transparency");
  return (
    <section className="section">
      <h3>
        {t("entry.added")} {written && <Day date={new Date(written)} />}
      </h3>
      {answer && (
        <p>
          {t("entry.answerNow")}: <strong>{t(`answers.${answer}`)}</strong>
        </p>
      )}
      <Words words={words} language={language} />
    </section>
  );
}

/** Texts are in the one language that their steward wrote. */
const Words = ({ words, language }: { words: string; language: Language }) =>
  words ? (
    <p className="as-typed" lang={language}>
      {words}
    </p>
  ) : null;

const AnswerChip = ({ answer }: { answer: Answer }) => {
  const { t } = useTranslation("transparency");
  return <Chip tone={answer === "nothing-handed-over" ? "moss" : "care"}>{t(`answers.${answer}`)}</Chip>;
};

function CountryName({ of }: { of: string }) {
  const { i18n } = useTranslation();
  return <span>{new Intl.DisplayNames([i18n.language], { type: "region" }).of(of)}</span>;
}
