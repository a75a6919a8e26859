import { useTranslation } from "react-i18next";
import type { Conduct } from "../agreements/conducts";
import { useNoteWords } from "../discussion/note-words";
import { toLink } from "../platform/ids";
import { OUTSIDER } from "../reports/item";
import { ClauseText } from "../reports/report-status";
import { Day } from "../ui/day";
import { Folded } from "../ui/folded";
import { Notice } from "../ui/notice";
import { Section } from "../ui/page-header";
import type { CasePage } from "./case-queries.server";

/** In place of what was written, where stewards alone may open it, and nowhere here. */
export function SetAside({ found }: { found: CasePage }) {
  const { t } = useTranslation("aside");
  return (
    <Notice tone="care" title={t("notice.title")}>
      <p>{t("notice.text")}</p>
      <p>
        <a href={`/steward/quarantine/${toLink(found.id)}`}>{t("notice.open")}</a>
      </p>
    </Notice>
  );
}

/** What was written: sealed, folded and grey, and where it stands now. */
export function Matter({ found }: { found: CasePage }) {
  const { t } = useTranslation("cases");
  const noteWords = useNoteWords();
  const { context, plainText } = found;
  const ink = plainText ? "said" : "sealed said";
  if (found.aside) return <SetAside found={found} />;
  if (found.subjectKind === "pile-on" && !found.copies.length) return null;
  return (
    <Section title={t(`kinds.${found.subjectKind}`)}>
      {found.copies.map((copy) => (
        <Folded
          key={copy.digest}
          summary={t(copy.state === "elsewhere" ? "copyElsewhere" : "copy")}
          hint={t("copyHint")}
          care
          open={plainText}
        >
          <div className="stack stack-tight">
            {copy.contentNotes.length > 0 && (
              <p className="small">{t("copyNotes", { notes: copy.contentNotes.map(noteWords).join(", ") })}</p>
            )}
            {copy.answered && (
              <Folded summary={t("answered")}>
                <p className={ink}>{copy.answered}</p>
              </Folded>
            )}
            <p className={ink} dir="auto">
              {copy.text || t("copyEmpty")}
            </p>
            <p className="small soft">
              {[copy.author, copy.place].filter(Boolean).join(" · ")}
              {copy.day && (
                <>
                  {" "}
                  · <Day date={new Date(`${copy.day}T00:00:00Z`)} />
                </>
              )}{" "}
              · {t("copyTaken")} <Day date={copy.taken} />
            </p>
            {copy.image && (
              <Folded summary={t("image")} hint={t("imageHint")} care>
                <img
                  className="kept-image"
                  src={copy.image.address}
                  width={copy.image.width}
                  height={copy.image.height}
                  alt={t("imageAlt")}
                  loading="lazy"
                />
              </Folded>
            )}
          </div>
        </Folded>
      ))}
      {found.copies.length > 0 && <p className="small soft">{t("readingNoted")}</p>}
      {found.tellsNobody && <p>{t("namesNobody")}</p>}
      {found.subjectKind === "elsewhere" && !found.tellsNobody && <p>{t("namesSomebody")}</p>}
      {found.respondentLeft && <p>{t("respondentLeft")}</p>}
      {found.subjectKind === "post" && (
        <p>
          {context ? t(`postStates.${context.state}`) : t("gone")} {context?.edited && t("edited")}{" "}
          {context?.state === "visible" && (
            <a href={`/t/${toLink(context.topicId)}/${context.position}`}>{t("seeThere", { title: context.title })}</a>
          )}
        </p>
      )}
    </Section>
  );
}

/** What was told, under aliases, each folded. */
export function Reports({ found }: { found: CasePage }) {
  const { t } = useTranslation("cases");
  const pileOns = useTranslation("pileOns").t;
  const agreements = useTranslation("agreements").t;
  return (
    <Section title={t("reports", { count: found.reports.length + found.moreReports })}>
      <p className="small soft">
        {t("voices", { count: found.voices })}. {t("voicesHint")}
      </p>
      {found.reports.map((one) => (
        <Folded
          key={`${one.alias} ${one.conduct} ${one.words}`}
          summary={
            one.alias === OUTSIDER
              ? t("reporterOutside")
              : t(one.left ? "reporterLeft" : "reporter", { alias: one.alias })
          }
          hint={agreements(`conducts.${one.conduct as Conduct}`)}
          care
          open={found.plainText}
        >
          <div className="stack stack-tight">
            <p>
              {[one.aboutMe ? t("aboutThem") : null, t(`wishes.${one.wish}`)].filter(Boolean).join(" · ")} ·{" "}
              <Day date={one.filed} />
            </p>
            <p className={found.plainText ? "said" : "sealed said"} dir="auto">
              {one.kind === "elsewhere" && !found.aside ? t("wordsAbove") : one.words || t("noWords")}
            </p>
          </div>
        </Folded>
      ))}
      {found.unusual.length > 0 && (
        <Folded summary={pileOns("unusual")} hint={String(found.unusual.length)}>
          <div className="stack stack-tight">
            {found.unusual.map(({ alias, ...told }) => (
              <p key={alias ?? "group"}>
                {alias === null ? pileOns("unusualGroup", told) : pileOns("unusualOne", { alias, ...told })}
              </p>
            ))}
            <p className="small soft">{pileOns("unusualHint")}</p>
          </div>
        </Folded>
      )}
      {found.moreReports > 0 && <p>{t("reportsMore", { count: found.moreReports })}</p>}
    </Section>
  );
}

/** What else a decision rests on: the agreement of that time, earlier decisions about this name, what happened so far. */
export function Background({ found }: { found: CasePage }) {
  const { t } = useTranslation("cases");
  const { clauses } = found.agreements;
  const clause = clauses.find((one) => one.conducts.includes(found.conduct)) ?? null;
  return (
    <div className="stack stack-tight">
      <ClauseText clause={clause} title={t("agreement")} />
      <Folded summary={t("prior")} hint={found.prior.length ? String(found.prior.length) : t("noPrior")}>
        {found.prior.length === 0 ? (
          <p>{t("noPrior")}</p>
        ) : (
          <ul>
            {found.prior.map((one, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: decisions of other cases carry no id here.
              <li key={i}>
                {t(`outcomes.${one.outcome}`)} {one.days !== null && t("forDays", { count: one.days })} ·{" "}
                <Day date={one.decided} />
              </li>
            ))}
          </ul>
        )}
      </Folded>
      <Folded summary={t("history")} hint={String(found.entries.length)}>
        <ol>
          {found.entries.map((entry) => (
            <li key={entry.position}>
              {t(`entries.${entry.kind}`, { actor: entry.actor || t("someone"), alias: entry.alias })} ·{" "}
              <Day date={entry.at} />
              {entry.words && <p className="said">{entry.words}</p>}
            </li>
          ))}
        </ol>
      </Folded>
    </div>
  );
}
