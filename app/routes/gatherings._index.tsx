import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { hostableSpaces, type Listed, listGatherings } from "~/gatherings/gatherings-queries.server";
import { findViewer } from "~/pseudonyms/door.server";
import { LinkButton } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { Day, Deadline } from "~/ui/day";
import { EmptyState } from "~/ui/empty-state";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = {
  place: "gatherings",
  way: (_, t) => [{ label: t("gatherings:title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  const read = args.context.site.database.read;
  const [listed, hostable] = await Promise.all([listGatherings(read, viewer), hostableSpaces(read, viewer)]);
  return { ...listed, mayPlan: hostable.length > 0 };
}

export default function Gatherings() {
  const { coming, past, mayPlan } = useLoaderData<typeof loader>();
  const { t } = useTranslation("gatherings");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")}>
        {mayPlan && <LinkButton href="/gatherings/new">{t("plan")}</LinkButton>}
      </PageHeader>
      <Section title={t("coming")}>
        {coming.length === 0 ? (
          <EmptyState title={t("none")}>{t("noneMore")}</EmptyState>
        ) : (
          <>
            <Rows label={t("coming")}>
              {coming.map((gathering) => (
                <GatheringRow key={gathering.link} gathering={gathering} />
              ))}
            </Rows>
            <p className="small soft">{t("when")}</p>
          </>
        )}
      </Section>
      {past.length > 0 && (
        <Section title={t("past")}>
          <p className="small soft">{t("noPast")}</p>
          <Rows label={t("past")}>
            {past.map((gathering) => (
              <GatheringRow key={gathering.link} gathering={gathering} />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
}

function GatheringRow({ gathering }: { gathering: Listed }) {
  const { t } = useTranslation("gatherings");
  const { state, starts, space, hostName, lengthMinutes, summary, purpose } = gathering;
  const over = state === "ended" || state === "called-off";
  return (
    <Row
      href={`/gatherings/${gathering.link}`}
      title={gathering.title || t("untitled")}
      about={over ? (summary?.split("\n")[0] ?? undefined) : purpose}
      meta={
        <>
          {state !== "planned" && state !== "ended" && (
            <Chip tone={over ? undefined : "moss"}>{t(`state.${state}`)}</Chip>
          )}
          <span>{over ? <Day date={new Date(starts)} /> : <Deadline at={new Date(starts)} />}</span>
          {!over && <span>{t("minutes", { count: lengthMinutes })}</span>}
          <span>{t("inSpace", { space: space.name })}</span>
          <span>{t("hostedBy", { name: hostName || t("hostGone") })}</span>
        </>
      }
    />
  );
}
