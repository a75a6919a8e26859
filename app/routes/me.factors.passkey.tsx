import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { addPasskey, MOST_PASSKEYS } from "~/accounts/second-factors/add-passkey.server";
import { factorsOf } from "~/accounts/second-factors/factor-queries.server";
import { newPasskeyForm } from "~/accounts/second-factors/forms";
import { PasskeyPress } from "~/accounts/second-factors/passkey-press";
import { renewedCookies } from "~/accounts/second-factors/renewed-cookies.server";
import { sealAdding } from "~/accounts/second-factors/tickets.server";
import { creationOptions, placeOf } from "~/accounts/second-factors/webauthn.server";
import { readSettings } from "~/agreements/settings-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refused } from "~/platform/outcome";
import { refuse } from "~/platform/refuse.server";
import { requireProof } from "~/pseudonyms/door.server";
import { LinkButton } from "~/ui/button";
import { plainField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";

export const handle: PageHandle = {
  place: "me",
  scripts: ["passkey"],
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("accounts:security.title"), href: "/me/security" },
    { label: t("factors:title"), href: "/me/factors" },
    { label: t("factors:passkey.title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireProof(args);
  const { request, context } = args;
  const { read } = context.site.database;
  const { passkeys: known } = await factorsOf(read, viewer.accountId);
  const { challenge, ticket } = sealAdding(viewer.accountId, context.now);
  const siteName = (await readSettings(read)).name;
  const options = JSON.stringify(creationOptions(placeOf(request), { challenge, siteName, known }));
  return { ticket, options, full: known.length >= MOST_PASSKEYS };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireProof(args);
  const { request, context } = args;
  const { site, now } = context;
  const sent = Object.fromEntries(await request.formData());
  const typed = typeof sent.label === "string" ? sent.label : "";
  const again = ({ data: sentBack, init }: ReturnType<typeof refuse>) =>
    data({ ...sentBack, typed }, init ?? undefined);
  const form = newPasskeyForm.safeParse(sent);
  if (!form.success) return again(refuse(refused(typed.trim().length > 40 ? "too-long" : "invalid")));
  const answer = await addPasskey(site, viewer, { ...form.data, place: placeOf(request) }, now);
  if (!answer.ok) return again(refuse(answer));
  return redirect("/me/factors?added", { status: 303, headers: renewedCookies(request, viewer, answer, now) });
}

export default function Passkey() {
  const { ticket, options, full } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("factors");
  return (
    <>
      <PageHeader title={t("passkey.title")} lead={t("passkey.lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      {full ? (
        <Notice>{t("add.full")}</Notice>
      ) : (
        <form method="post" className="stack" autoComplete="off">
          <p>{t("passkey.listed")}</p>
          <input type="hidden" name="ticket" value={ticket} />
          <TextField
            field={plainField("label", { initialValue: answered?.typed })}
            label={t("passkey.label")}
            hint={t("passkey.labelHint")}
            optional
            autoComplete="off"
          />
          <PasskeyPress deed="make" options={options} answer="key" consequence={t("passkey.goConsequence")}>
            {t("passkey.go")}
          </PasskeyPress>
        </form>
      )}
      <p>
        <LinkButton look="plain" href="/me/factors">
          {t("passkey.leave")}
        </LinkButton>
      </p>
    </>
  );
}
