import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findDecisionAboutMe } from "~/cases/decision-queries.server";
import { fromLink } from "~/platform/ids";
import { requireMember } from "~/pseudonyms/door.server";
import { ClauseText } from "~/reports/report-status";
import { Day, Deadline } from "~/ui/day";
import { Folded } from "~/ui/folded";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const id = fromLink(args.params.case);
  const decision = id === null ? null : await findDecisionAboutMe(site.database.read, viewer, id, now);
  if (!decision) throw new Response(null, { status: 404 });
  return decision;
}

export const handle: PageHandle = { place: "concerns" };

export default function DecisionAboutMe() {
  const decision = useLoaderData<typeof loader>();
  const { t } = useTranslation("cases");
  const reports = useTranslation("reports").t;
  return (
    <div className="stack">
      <PageHeader title={t("aboutYou")} lead={t("aboutYouLead", { name: decision.name })} />
      <p>
        <strong>{t(`outcomes.${decision.outcome}`)}</strong>
        {decision.days !== null && <> {t("forDays", { count: decision.days })}</>} · <Day date={decision.decided} />
      </p>
      <p>
        {!decision.binds && t("over")}
        {decision.binds && !decision.until && t("forGood")}
        {decision.until && (
          <>
            {t("until")} <Deadline at={decision.until} />
          </>
        )}
      </p>
      {decision.removesPost === 1 && <p>{t("removedPost")}</p>}
      <Section title={t("why")}>
        <p className="said">{decision.reasons || t("outcomeHints.no-breach")}</p>
        <ClauseText clause={decision.clause} title={reports("clause")} />
      </Section>
      <p>{t("stillCan")}</p>
      <Folded summary={t("appeal")}>
        <p>{t("appealText")}</p>
      </Folded>
      <p className="soft">{t("notWho")}</p>
    </div>
  );
}
