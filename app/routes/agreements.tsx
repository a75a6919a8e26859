import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { agreementsInForce } from "~/agreements/agreements-queries.server";
import type { Conduct } from "~/agreements/conducts";
import { isLanguage } from "~/i18n/i18n";
import { publicDoor } from "~/pseudonyms/door.server";
import { Day } from "~/ui/day";
import { Folded } from "~/ui/folded";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  return agreementsInForce(args.context.site.database.read, args.context.now);
}

export const handle: PageHandle = { sameForGuests: { query: [] } };

export default function AgreementsPage() {
  const { version, inForce, clauses } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("agreements");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        meta={
          <>
            <span>{t("version", { version })}</span>
            <span>
              {inForce ? (
                <>
                  {t("inForceSince")} <Day date={new Date(inForce)} />
                </>
              ) : (
                t("fromTheStart")
              )}
            </span>
          </>
        }
      />
      {clauses.map((clause) => (
        <Section key={clause.key} id={clause.key} title={clause[language].title}>
          <p>{clause[language].text}</p>
          {clause.protected && <p className="soft small">{t("protected")}</p>}
          {clause.conducts.length > 0 && (
            <Folded summary={t("covers")}>
              <ul>
                {clause.conducts.map((conduct) => (
                  <li key={conduct}>{t(`conducts.${conduct as Conduct}`)}</li>
                ))}
              </ul>
            </Folded>
          )}
        </Section>
      ))}
    </>
  );
}
