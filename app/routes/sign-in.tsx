import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ownPath, signInForm } from "~/accounts/forms";
import { keptIn, withoutKept } from "~/accounts/kept-form";
import { KeptFormPage } from "~/accounts/kept-form-page";
import { signIn } from "~/accounts/sign-in.server";
import { SignInForm } from "~/accounts/sign-in-form";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse, sendBack } from "~/platform/refuse.server";
import { findViewer } from "~/pseudonyms/door.server";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";

export const handle: PageHandle = { place: "signIn" };

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  const back = ownPath(new URL(args.request.url).searchParams.get("back"));
  if (viewer.kind === "member") throw redirect(back, 303);
  return { back };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await findViewer(args);
  const { request, context } = args;
  const sent = await request.formData();
  const kept = keptIn(sent, ownPath);
  const submission = parseWithZod(withoutKept(sent), { schema: signInForm });
  const safe = { reply: () => withoutSecret(submission.reply({ hideFields: ["secret"] })) };
  const again = ({ data: sentBack, init }: ReturnType<typeof sendBack>) =>
    data({ ...sentBack, kept, back: ownPath(submission.payload.back as string), signedIn: false }, init ?? undefined);
  if (submission.status !== "success") return again(sendBack(safe));
  const { name, secret, device, label, back } = submission.value;
  const answer = await signIn(
    context.site,
    {
      name,
      secret,
      ownDevice: device === "own",
      label,
      network: context.network,
      replacing: viewer.kind === "member" ? viewer.sessionId : null,
    },
    context.now,
  );
  if (!answer.ok) return again(refuse(answer, safe));
  const headers = { "Set-Cookie": answer.setCookie };
  if (kept) return data({ lastResult: null, refusal: null, kept, back: ownPath(back), signedIn: true }, { headers });
  return redirect(ownPath(back), { status: 303, headers });
}

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
  const { t } = useTranslation("accounts");
  if (answered?.signedIn && answered.kept) return <KeptFormPage kept={answered.kept} title={t("signIn.kept.title")} />;
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
      </Section>
    </>
  );
}
