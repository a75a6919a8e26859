import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { factorsOf } from "~/accounts/second-factors/factor-queries.server";
import { removeFactorForm } from "~/accounts/second-factors/forms";
import { OwnFactors } from "~/accounts/second-factors/own-factors";
import { removeFactor } from "~/accounts/second-factors/remove-factor.server";
import { renewedCookies } from "~/accounts/second-factors/renewed-cookies.server";
import { readSettings } from "~/agreements/settings-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink, toLink } from "~/platform/ids";
import { refused } from "~/platform/outcome";
import { refuse } from "~/platform/refuse.server";
import { requireProof } from "~/pseudonyms/door.server";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("accounts:security.title"), href: "/me/security" },
    { label: t("factors:title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireProof(args);
  const { read } = args.context.site.database;
  const { passkeys, codeApp } = await factorsOf(read, viewer.accountId);
  const said = new URL(args.request.url).searchParams;
  return {
    done: said.has("added") ? ("added" as const) : said.has("removed") ? ("removed" as const) : null,
    siteName: (await readSettings(read)).name,
    codeApp,
    passkeys: passkeys.map(({ id, label, added }) => ({ link: toLink(id), label, added })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireProof(args);
  const { site, now } = args.context;
  const form = removeFactorForm.safeParse(Object.fromEntries(await args.request.formData()));
  if (!form.success) return refuse(refused("invalid"));
  const which = form.data.remove === "app" ? "app" : fromLink(form.data.remove);
  if (which === null) return refuse(refused("not-found"));
  const answer = await removeFactor(site, viewer, which, now);
  if (!answer.ok) return refuse(answer);
  return redirect("/me/factors?removed", { status: 303, headers: renewedCookies(args.request, viewer, answer, now) });
}

export default function Factors() {
  const { done, ...loaded } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("factors");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      {done && !answered && (
        <Notice tone="success" announce>
          {t(`done.${done}`)}
        </Notice>
      )}
      <OwnFactors {...loaded} />
    </>
  );
}
