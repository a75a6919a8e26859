import { useTranslation } from "react-i18next";
import type { Clause } from "#db/schema";
import type { Conduct } from "../agreements/conducts";
import { isLanguage } from "../i18n/i18n";
import { toLink } from "../platform/ids";
import { Chip } from "../ui/chip";
import { Day, Deadline } from "../ui/day";
import { Folded } from "../ui/folded";
import { Notice } from "../ui/notice";
import { Section } from "../ui/page-header";
import type { Wish } from "./forms";
import type { findMyReport } from "./report-queries.server";

type MyReport = NonNullable<Awaited<ReturnType<typeof findMyReport>>>;

/** How far a report is, and until when it will be decided. */
export function WhereItStands({ report, late }: { report: MyReport; late: boolean }) {
  const { t } = useTranslation("reports");
  return (
    <div className="stack stack-tight">
      <p>
        <Chip tone={report.status === "decided" ? "moss" : undefined}>{t(`status.${report.status}`)}</Chip>
      </p>
      {report.decideBy && (
        <p>
          {t("by")} <Deadline at={report.decideBy} />
        </p>
      )}
      {report.status === "waiting" && report.acknowledgeBy && (
        <p>
          {t("acknowledgeBy")} <Deadline at={report.acknowledgeBy} />
        </p>
      )}
      {report.passedOn > 0 && <p>{t("passedOn", { count: report.passedOn })}</p>}
      {late && <Notice tone="care">{t("late")}</Notice>}
      {report.hide === "pending" && <p>{t("hiddenForAll")}</p>}
    </div>
  );
}

/** What was decided and why, with the agreement it rests on. */
export function MyDecision({
  decision,
  clause,
}: {
  decision: NonNullable<MyReport["decision"]>;
  clause: Clause | null;
}) {
  const { t } = useTranslation("reports");
  const cases = useTranslation("cases").t;
  const sanctions = useTranslation("sanctions").t;
  return (
    <Section title={t("decision")}>
      <p>
        <strong>{cases(`outcomes.${decision.outcome}`)}</strong>
        {decision.days !== null && <> {cases("forDays", { count: decision.days })}</>} · <Day date={decision.decided} />
      </p>
      {decision.removesPost === 1 && <p>{t("removed")}</p>}
      {decision.endedEarly && (
        <>
          <h3>{sanctions("lift.endedEarly")}</h3>
          <p className="said">{decision.endedEarly}</p>
        </>
      )}
      <h3>{t("reasons")}</h3>
      <p className="said">{decision.reasons}</p>
      <ClauseText clause={clause} title={t("clause")} />
      <Folded summary={t("appeal")}>
        <p>{t("appealText")}</p>
      </Folded>
    </Section>
  );
}

/** An agreement's text in the reader's language, folded. */
export function ClauseText({ clause, title }: { clause: Clause | null; title: string }) {
  const { i18n } = useTranslation("agreements");
  if (!clause) return null;
  const words = clause[isLanguage(i18n.language) ? i18n.language : "en"];
  return (
    <Folded summary={title} hint={words.title}>
      <p>{words.text}</p>
    </Folded>
  );
}

/** The reporter's own words, to read again. */
export function WhatISent({ report, image }: { report: MyReport; image: boolean }) {
  const { t } = useTranslation("reports");
  const agreements = useTranslation("agreements").t;
  return (
    <Folded summary={t("youSaid")}>
      <div className="stack stack-tight">
        <p>
          {agreements(`conducts.${report.conduct as Conduct}`)} · <Day date={report.filed} />
        </p>
        {report.aboutMe && <p>{t("aboutMe")}</p>}
        <p>{t(`wishes.${report.wish as Wish}`)}</p>
        <p className="said">{report.words || t("noWords")}</p>
        {image && (
          <Folded summary={t("image")} hint={t("imageHint")} care>
            <img
              className="kept-image"
              src={`/reports/${toLink(report.id)}/image`}
              alt={t("imageAlt")}
              loading="lazy"
            />
          </Folded>
        )}
      </div>
    </Folded>
  );
}
