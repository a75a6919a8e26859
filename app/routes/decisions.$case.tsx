import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findDecisionAboutMe, findMuteAboutMe } from "~/cases/decision-queries.server";
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
  const { read } = site.database;
  const decision = id === null ? null : await findDecisionAboutMe(read, viewer, id, now);
  const mute = id === null || decision ? null : await findMuteAboutMe(read, viewer, id, now);
  if (!decision && !mute) throw new Response(null, { status: 404 });
  return { decision, mute };
}

export const handle: PageHandle = { place: "concerns" };

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function AboutMe() {
  const { decision, mute } = useLoaderData<typeof loader>();
  if (decision) return <DecisionAboutMe decision={decision} />;
  return mute && <MuteAboutMe mute={mute} />;
}

/** What was done at once, before anything is decided. */
function MuteAboutMe({ mute }: { mute: NonNullable<Data["mute"]> }) {
  const { t } = useTranslation("cases");
  const sanctions = useTranslation("sanctions").t;
  const reports = useTranslation("reports").t;
  return (
    <div className="stack">
      <PageHeader title={sanctions("atOnce.aboutYou")} lead={sanctions("atOnce.aboutYouLead", { name: mute.name })} />
      <p>{sanctions(`atOnce.aboutYouHow.${mute.binds ? mute.state : "over"}`)}</p>
      {mute.binds && mute.until && (
        <p>
          {t("until")} <Deadline at={mute.until} />
        </p>
      )}
      <Section title={t("why")}>
        <p className="said">{mute.reasons}</p>
        <ClauseText clause={mute.clause} title={reports("clause")} />
      </Section>
      <p>{t("stillCan")}</p>
      <p className="soft">{t("notWho")}</p>
    </div>
  );
}

function DecisionAboutMe({ decision }: { decision: NonNullable<Data["decision"]> }) {
  const { t } = useTranslation("cases");
  const sanctions = useTranslation("sanctions").t;
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
      {decision.endedEarly && (
        <Section title={sanctions("lift.endedEarly")}>
          <p className="said">{decision.endedEarly}</p>
        </Section>
      )}
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
