import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HoldList, PlaceHold } from "~/cases/holds/hold-forms";
import { listHolds } from "~/cases/holds/hold-queries.server";
import { confirmHold, liftHold, placeHold } from "~/cases/holds/place-hold.server";
import { caseNumberIn, holdForm, placeForm } from "~/cases/holds/rules";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { refused } from "~/platform/outcome";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:steward.title"), href: "/steward" },
    { label: t("aside:title"), href: "/steward/quarantine" },
    { label: t("aside:holds.title") },
  ],
};

const NEWS = ["placed", "confirmed", "lifted"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const { site, now } = args.context;
  const asked = new URL(args.request.url).searchParams;
  return {
    holds: await listHolds(site.database.read, viewer, now),
    news: NEWS.find((one) => asked.has(one)) ?? null,
    about: (asked.get("case") ?? "").slice(0, 40),
  };
}

/** No id is 0: what isn't a link names nothing. */
const idOf = (link: string) => fromLink(link) ?? 0;

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const { site, now } = args.context;
  const form = await args.request.formData();
  if (form.get("deed") === "place") {
    const submission = parseWithZod(form, { schema: placeForm });
    if (submission.status !== "success") return sendBack(submission);
    const { case: typed, ...words } = submission.value;
    const done = await placeHold(site, viewer, { ...words, caseId: idOf(caseNumberIn(typed)) }, now);
    return done.ok ? redirect("/steward/holds?placed", 303) : refuse(done, submission);
  }
  const asked = holdForm.safeParse(Object.fromEntries(form));
  if (!asked.success) return refuse(refused("invalid"));
  const { hold, deed } = asked.data;
  const done = await (deed === "lift" ? liftHold : confirmHold)(site, viewer, idOf(hold), now);
  return done.ok ? redirect(`/steward/holds?${deed === "lift" ? "lifted" : "confirmed"}`, 303) : refuse(done);
}

export default function StewardsHolds() {
  const { holds, news, about } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("aside");
  return (
    <>
      <PageHeader title={t("holds.title")} lead={t("holds.lead")} />
      <RefusalNotice refusal={sent?.refusal} />
      {news && !sent && (
        <Notice tone="success" announce>
          {t(`holds.${news}`)}
        </Notice>
      )}
      <HoldList holds={holds} />
      <PlaceHold about={about} sent={sent} />
    </>
  );
}
