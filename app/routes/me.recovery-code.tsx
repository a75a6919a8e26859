import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { savedCodeForm } from "~/accounts/forms";
import { ownKeyIn } from "~/accounts/proof.server";
import { inGroups } from "~/accounts/recovery-code.server";
import { offerRecoveryCode, takeRecoveryCode } from "~/accounts/renew-recovery-code.server";
import { SaveCode, type ShownCode } from "~/accounts/save-code";
import { RefusalNotice } from "~/limits/refusal-notice";
import type { Refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { requireProof } from "~/pseudonyms/door.server";
import { Actions, Button } from "~/ui/button";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("accounts:security.title"), href: "/me/security" },
    { label: t("accounts:recoveryCode.title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  await requireProof(args);
  return {};
}

const answering = (shown: ShownCode | null, refusal: Refused | null, refusedWith = refusal) =>
  data({ shown, refusal }, refusedWith ? initOf(refusedWith) : undefined);

/** The code lives in the answer to a form alone: no link leads to it. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireProof(args);
  const { site, now } = args.context;
  const form = Object.fromEntries(await args.request.formData());
  if (form.step !== "save") {
    const drawn = await offerRecoveryCode(site, viewer, now);
    if (!drawn.ok) return answering(null, drawn);
    return answering({ code: inGroups(drawn.code), sealed: drawn.sealed, wrong: false }, null);
  }
  const { sealed, digits } = savedCodeForm.catch({ sealed: "", digits: "" }).parse(form);
  const ownKey = ownKeyIn(args.request, viewer.sessionId, now);
  const answer = await takeRecoveryCode(site, viewer, { sealed, digits, ownKey }, now);
  if (answer.ok) return redirect("/me/security?done=code", 303);
  const { ok, reason, code } = answer;
  const wrong = reason === "wrong-word" && code !== undefined;
  return answering(wrong ? { code: inGroups(code), sealed, wrong } : null, wrong ? null : { ok, reason }, answer);
}

export default function RecoveryCode() {
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("accounts");
  if (answered?.shown) return <SaveCode shown={answered.shown} />;
  return (
    <>
      <PageHeader title={t("recoveryCode.title")} lead={t("recoveryCode.lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      <p>{t("recoveryCode.now")}</p>
      <form method="post" className="stack">
        <Actions>
          <Button name="step" value="draw" consequence={t("recoveryCode.drawConsequence")}>
            {t("recoveryCode.draw")}
          </Button>
        </Actions>
      </form>
    </>
  );
}
