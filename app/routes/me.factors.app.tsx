import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { beginCodeApp, confirmCodeApp } from "~/accounts/second-factors/add-code-app.server";
import { type ShownSecret, showSecret } from "~/accounts/second-factors/code-app.server";
import { factorsOf } from "~/accounts/second-factors/factor-queries.server";
import { codeAppForm } from "~/accounts/second-factors/forms";
import { NewCodeApp } from "~/accounts/second-factors/new-code-app";
import { renewedCookies } from "~/accounts/second-factors/renewed-cookies.server";
import { readSettings } from "~/agreements/settings-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { type Refused, refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { requireProof } from "~/pseudonyms/door.server";
import { Actions, Button, LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("accounts:security.title"), href: "/me/security" },
    { label: t("factors:title"), href: "/me/factors" },
    { label: t("factors:app.title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireProof(args);
  return { has: (await factorsOf(args.context.site.database.read, viewer.accountId)).codeApp };
}

type Answer = { shown: ShownSecret | null; wrong: boolean; refusal: Refused | null };

/** The secret lives in the answer to a form alone, so that no link and no Back brings it up again. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireProof(args);
  const { request, context } = args;
  const { site, now } = context;
  const form = codeAppForm.safeParse(Object.fromEntries(await request.formData()));
  const { name } = await readSettings(site.database.read);
  const show = (secret: string | undefined) => (secret ? showSecret(secret, name) : null);
  if (!form.success) return refusing(refused("invalid"), null);
  if (form.data.step === "begin") {
    const begun = await beginCodeApp(site, viewer, now);
    return begun.ok ? data<Answer>({ shown: show(begun.secret), wrong: false, refusal: null }) : refusing(begun, null);
  }
  const answer = await confirmCodeApp(site, viewer, form.data.code, now);
  if (!answer.ok) return refusing(answer, show(answer.secret));
  return redirect("/me/factors?added", { status: 303, headers: renewedCookies(request, viewer, answer, now) });
}

function refusing(answer: Refused, shown: ShownSecret | null) {
  const { ok, reason, pace } = answer;
  const wrong = reason === "wrong-code";
  return data<Answer>({ shown, wrong, refusal: wrong ? null : { ok, reason, pace } }, initOf(answer));
}

export default function CodeApp() {
  const { has } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("factors");
  return (
    <>
      <PageHeader title={t("app.title")} lead={t("app.lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      {answered?.shown ? (
        <NewCodeApp shown={answered.shown} wrong={answered.wrong} />
      ) : has ? (
        <Notice>
          <a href="/me/factors">{t("app.have")}</a>
        </Notice>
      ) : (
        <form method="post" className="stack">
          <input type="hidden" name="step" value="begin" />
          <Actions>
            <Button consequence={t("app.beginConsequence")}>{t("app.begin")}</Button>
            <LinkButton look="quiet" href="/me/factors">
              {t("app.leave")}
            </LinkButton>
          </Actions>
        </form>
      )}
    </>
  );
}
