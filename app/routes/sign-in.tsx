import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { DeviceFields } from "~/accounts/device-fields";
import { ownPath, signInForm } from "~/accounts/forms";
import { signIn } from "~/accounts/sign-in.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse, sendBack } from "~/platform/refuse.server";
import { findViewer } from "~/pseudonyms/door.server";
import { Actions, Button } from "~/ui/button";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";

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
  const submission = parseWithZod(await request.formData(), { schema: signInForm });
  const safe = { reply: () => withoutSecret(submission.reply({ hideFields: ["secret"] })) };
  if (submission.status !== "success") return sendBack(safe);
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
  if (!answer.ok) return refuse(answer, safe);
  return redirect(ownPath(back), { status: 303, headers: { "Set-Cookie": answer.setCookie } });
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
  const [form, fields] = useForm<z.input<typeof signInForm>>({
    lastResult: answered?.lastResult,
    defaultValue: { device: "shared" },
  });
  return (
    <>
      <PageHeader title={t("signIn.title")} lead={t("signIn.lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      <form method="post" id={form.id} className="stack" autoComplete="off">
        <input type="hidden" name="back" value={back} />
        <TextField
          field={fields.name}
          label={t("signIn.name")}
          hint={t("signIn.nameHint")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextField
          field={fields.secret}
          label={t("signIn.secret")}
          hint={t("signIn.secretHint")}
          type="password"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <DeviceFields device={fields.device} label={fields.label} />
        <Actions>
          <Button>{t("signIn.go")}</Button>
        </Actions>
      </form>
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
