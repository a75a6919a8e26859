import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConfirmForm } from "~/accounts/confirm-form";
import { confirmSecret } from "~/accounts/confirm-secret.server";
import { confirmForm, ownPath } from "~/accounts/forms";
import { hasWriting, keptIn, withoutKept } from "~/accounts/kept-form";
import { KeptFormPage } from "~/accounts/kept-form-page";
import { hasProof } from "~/accounts/proof.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [{ label: t("accounts:me.title"), href: "/me" }, { label: t("accounts:confirm.title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { request, context } = args;
  const back = ownPath(new URL(request.url).searchParams.get("back"), "/me");
  if (hasProof(request, viewer.sessionId, context.now)) throw redirect(back, 303);
  return { back };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, network, now } = args.context;
  const sent = await args.request.formData();
  const kept = keptIn(sent, ownPath);
  const { secret, back: asked } = confirmForm.catch({ secret: "" }).parse(Object.fromEntries(withoutKept(sent)));
  const back = kept?.to ?? ownPath(asked, "/me");
  const answer = await confirmSecret(site, viewer, { secret, network }, now);
  if (!answer.ok) {
    const { data: sentBack, init } = refuse(answer);
    return data({ ...sentBack, kept, back, confirmed: false }, init ?? undefined);
  }
  const headers = new Headers(answer.setCookies.map((setCookie): [string, string] => ["Set-Cookie", setCookie]));
  if (!kept || !hasWriting(kept)) return redirect(back, { status: 303, headers });
  return data({ lastResult: null, refusal: null, kept, back, confirmed: true }, { headers });
}

export default function Confirm() {
  const { back } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("accounts");
  if (answered?.confirmed && answered.kept) return <KeptFormPage kept={answered.kept} title={t("confirm.keptTitle")} />;
  return (
    <>
      <PageHeader title={t("confirm.title")} lead={t("confirm.lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      <ConfirmForm back={answered?.back ?? back} kept={answered?.kept} />
    </>
  );
}
