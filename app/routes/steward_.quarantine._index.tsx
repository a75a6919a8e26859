import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listAside } from "~/cases/quarantine/aside-queries.server";
import { OfflineKey } from "~/cases/quarantine/offline-key";
import { setOfflineKey } from "~/cases/quarantine/set-offline-key.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse } from "~/platform/refuse.server";
import { requireOffice, requireProof } from "~/pseudonyms/door.server";
import { readOfflineKey } from "~/safety/quarantine/stewards-seal.server";
import { Day } from "~/ui/day";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("accounts:steward.title"), href: "/steward" },
    { label: t("aside:title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const { read } = args.context.site.database;
  const asked = new URL(args.request.url).searchParams;
  return {
    offlineKey: await readOfflineKey(read),
    aside: await listAside(read, viewer),
    saved: asked.has("saved") ? Math.min(Number(asked.get("saved")) || 0, 100_000) : null,
    lifted: asked.has("lifted"),
  };
}

export async function action(args: ActionFunctionArgs) {
  await requireOffice(args, "steward");
  const viewer = await requireProof(args);
  const { site, now } = args.context;
  const typed = String((await args.request.formData()).get("key") ?? "").slice(0, 500);
  const answer = await setOfflineKey(site, viewer, typed, now);
  if (answer.ok) return redirect(`/steward/quarantine?saved=${answer.sealed}`, 303);
  const secret = answer.reason === "secret-half";
  return refuse(answer, { reply: () => ({ initialValue: { key: secret ? "" : typed } }) });
}

const LAW = ["look", "report", "keep", "tell"] as const;

export default function StewardsQuarantine() {
  const { offlineKey, aside, saved, lifted } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("aside");
  const cases = useTranslation("cases").t;
  const wrong = sent?.refusal?.reason === "invalid";
  return (
    <>
      <PageHeader title={t("title")} lead={offlineKey ? t("lead") : undefined} />
      {!wrong && <RefusalNotice refusal={sent?.refusal} />}
      {saved !== null && !sent && (
        <Notice tone="success" announce>
          {t("key.saved")} {saved > 0 && t("key.savedMore", { count: saved })}
        </Notice>
      )}
      {lifted && (
        <Notice tone="success" announce>
          {t("one.lifted")}
        </Notice>
      )}
      <OfflineKey
        offlineKey={offlineKey}
        typed={String((sent?.lastResult?.initialValue as { key?: string } | undefined)?.key ?? "")}
        wrong={wrong}
      />
      <Section title={t("cases.title")}>
        {aside.length === 0 ? (
          <EmptyState title={t("cases.empty")}>
            <p>{t("cases.emptyMore")}</p>
          </EmptyState>
        ) : (
          <Rows label={t("cases.title")}>
            {aside.map(({ link, state, opened }) => (
              <Row
                key={link}
                href={`/steward/quarantine/${link}`}
                title={t("holds.openCase", { number: link })}
                about={cases(`states.${state}`)}
                meta={<Day date={opened} />}
              />
            ))}
          </Rows>
        )}
      </Section>
      <Section title={t("law.title")}>
        <p>{t("law.lead")}</p>
        <ul>
          {LAW.map((one) => (
            <li key={one}>{t(`law.${one}`)}</li>
          ))}
        </ul>
        <Rows>
          <Row href="/steward/holds" title={t("law.holds")} about={t("law.holdsAbout")} />
        </Rows>
      </Section>
    </>
  );
}
