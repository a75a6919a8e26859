import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ownPath, signInForm } from "~/accounts/forms";
import { keptIn, withoutKept } from "~/accounts/kept-form";
import { KeptFormPage } from "~/accounts/kept-form-page";
import { finishSignIn } from "~/accounts/second-factors/finish-sign-in.server";
import { secondStepForm } from "~/accounts/second-factors/forms";
import { SecondStep, type ShownStep } from "~/accounts/second-factors/second-step";
import { showStep } from "~/accounts/second-factors/show-step.server";
import { placeOf } from "~/accounts/second-factors/webauthn.server";
import { signIn } from "~/accounts/sign-in.server";
import { SignInForm } from "~/accounts/sign-in-form";
import { RefusalNotice } from "~/limits/refusal-notice";
import { type Refused, refused } from "~/platform/outcome";
import { refuse, type SentBack, sendBack } from "~/platform/refuse.server";
import { findViewer } from "~/pseudonyms/door.server";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";

export const handle: PageHandle = { place: "signIn", scripts: ["passkey"] };

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  const back = ownPath(new URL(args.request.url).searchParams.get("back"));
  if (viewer.kind === "member") throw redirect(back, 303);
  return { back };
}

/** The words first; then, for an account with a second factor, the form that asks for it, which comes back with a ticket. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await findViewer(args);
  const { request, context } = args;
  const sent = await request.formData();
  const kept = keptIn(sent, ownPath);
  const form = withoutKept(sent);
  const back = ownPath(asText(form.get("back")));
  const place = placeOf(request);
  const replacing = viewer.kind === "member" ? viewer.sessionId : null;
  const answering = (sentBack: SentBack, init: ResponseInit | null, more: { step?: ShownStep; signedIn?: true } = {}) =>
    data({ step: null, signedIn: false, ...sentBack, kept, back, ...more }, init ?? undefined);
  const welcome = (setCookie: string) => {
    const headers = { "Set-Cookie": setCookie };
    if (kept) return answering({ lastResult: null, refusal: null }, { headers }, { signedIn: true });
    return redirect(back, { status: 303, headers });
  };
  const askFor = async (ticket: string, refusal?: Refused) => {
    const step = await showStep(context.site, ticket, place, context.now);
    const { data: sentBack, init } = refuse(refusal ?? refused("step-too-old"));
    if (!step) return answering(sentBack, init);
    return refusal
      ? answering(sentBack, init, { step })
      : answering({ lastResult: null, refusal: null }, null, { step });
  };

  const second = secondStepForm.safeParse(Object.fromEntries(form));
  if (second.success) {
    const answer = await finishSignIn(context.site, { ...second.data, place, replacing }, context.now);
    return answer.ok ? welcome(answer.setCookie) : askFor(second.data.ticket, answer);
  }

  const submission = parseWithZod(form, { schema: signInForm });
  const safe = { reply: () => withoutSecret(submission.reply({ hideFields: ["secret"] })) };
  const again = ({ data: sentBack, init }: ReturnType<typeof sendBack>) => answering(sentBack, init);
  if (submission.status !== "success") return again(sendBack(safe));
  const { name, secret, device, label } = submission.value;
  const words = { name, secret, ownDevice: device === "own", label, network: context.network, replacing };
  const answer = await signIn(context.site, words, context.now);
  if (!answer.ok) return again(refuse(answer, safe));
  return answer.setCookie === undefined ? askFor(answer.ticket) : welcome(answer.setCookie);
}

const asText = (value: FormDataEntryValue | null) => (typeof value === "string" ? value : null);

/** What is sent back of the form: never the secret, even where it was pasted into the name's field. */
function withoutSecret<T extends { initialValue?: Record<string, unknown> | null }>(reply: T): T {
  const name = reply.initialValue?.name;
  if (typeof name !== "string") return reply;
  return {
    ...reply,
    initialValue: {
      ...reply.initialValue,
      name: name
        .trim()
        .split(/[\s,.-]+/)
        .slice(0, 2)
        .join(" "),
    },
  };
}

export default function SignIn() {
  const { back } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation(["accounts", "handbook"]);
  if (answered?.signedIn && answered.kept) return <KeptFormPage kept={answered.kept} title={t("signIn.kept.title")} />;
  if (answered?.step)
    return (
      <>
        <RefusalNotice refusal={answered.refusal} />
        <SecondStep step={answered.step} back={answered.back} kept={answered.kept} />
      </>
    );
  return (
    <>
      <PageHeader title={t("signIn.title")} lead={t("signIn.lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      <SignInForm lastResult={answered?.lastResult} back={answered?.back ?? back} kept={answered?.kept} />
      <Section title={t("signIn.else")}>
        <p>
          <a href="/recover">{t("signIn.recover")}</a>
        </p>
        <p>
          <a href="/join">{t("signIn.join")}</a>
        </p>
        <p>
          <a href="/handbook/devices">{t("handbook:onShared")}</a>
        </p>
      </Section>
    </>
  );
}
