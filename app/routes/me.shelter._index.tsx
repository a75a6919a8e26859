import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RefusalNotice } from "~/limits/refusal-notice";
import { toLink } from "~/platform/ids";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireMember, requireProof } from "~/pseudonyms/door.server";
import { askReader, dismissReader } from "~/safety/shelter/ask-reader.server";
import { beginShelter, endShelter } from "~/safety/shelter/begin-shelter.server";
import { shelterForm } from "~/safety/shelter/forms";
import { BeginShelter, OneShelter, WhatShelterDoes } from "~/safety/shelter/own-shelters";
import { ownShelters, readsFor } from "~/safety/shelter/shelter-queries.server";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

const NEWS = ["begin", "end", "ask", "dismiss"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const asked = new URL(args.request.url).searchParams;
  const reads = await readsFor(site.database.read, viewer, now);
  return {
    names: await ownShelters(site.database.read, viewer, now),
    reads: reads.map(({ pseudonymId, name, as }) => ({ link: toLink(pseudonymId), name, as })),
    chosen: viewer.slot,
    news: NEWS.find((one) => asked.get("done") === one) ?? null,
    reported: asked.get("report"),
  };
}

/** Whoever holds the phone can look at this page; to change anything on it they would need the codename. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireProof(args);
  const { site, now } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: shelterForm });
  if (submission.status !== "success") return sendBack(submission);
  const asked = submission.value;
  const done =
    asked.deed === "begin"
      ? await beginShelter(site, viewer, asked, now)
      : asked.deed === "end"
        ? await endShelter(site, viewer, asked.slot, now)
        : asked.deed === "ask"
          ? await askReader(site, viewer, asked, now)
          : await dismissReader(site, viewer, asked.slot, now);
  return done.ok ? redirect(`/me/shelter?done=${asked.deed}`, 303) : refuse(done, submission);
}

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [{ label: t("accounts:me.title"), href: "/me" }, { label: t("shelter:title") }],
};

export default function Shelter() {
  const { names, reads, chosen, news, reported } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("shelter");
  const typed = (sent?.lastResult?.initialValue ?? {}) as Record<string, string>;
  const held = names.reduce((sum, one) => sum + one.held, 0);
  const free = names.filter((one) => !one.until);
  return (
    <div className="stack">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        meta={held > 0 && <a href="/me/shelter/held">{t("heldCount", { count: held })}</a>}
      />
      {reported && (
        <Notice tone="success" announce>
          {t("reported")} <a href={`/reports/${reported}`}>{t("toReport")}</a>
        </Notice>
      )}
      {news && (
        <Notice tone="success" announce>
          {t(`done.${news}`)}
        </Notice>
      )}
      <RefusalNotice refusal={sent?.refusal} />
      {names.map((one) => one.until && <OneShelter key={one.slot} {...one} until={one.until} typed={typed} />)}
      {free.length > 0 && <BeginShelter names={free} chosen={Number(typed.slot ?? chosen)} hours={typed.hours} />}
      <WhatShelterDoes />
      {reads.length > 0 && (
        <Section title={t("readsFor")}>
          <Rows>
            {reads.map(({ link, name, as }) => (
              <Row key={link} href={`/shelter/for/${link}`} title={name} about={t(`reading.${as}`)} />
            ))}
          </Rows>
        </Section>
      )}
    </div>
  );
}
