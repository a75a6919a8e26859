import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { reopenOwnKey } from "~/accounts/own-key/reopen.server";
import { noProofCookie, ownKeyIn } from "~/accounts/proof.server";
import { reopenForm } from "~/journal/forms";
import { startAnew } from "~/journal/remove-entry.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refused } from "~/platform/outcome";
import { refuse } from "~/platform/refuse.server";
import { requireProof } from "~/pseudonyms/door.server";
import { Actions, Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice-fields";
import { plainField } from "~/ui/field";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [{ label: t("accounts:me.title"), href: "/me" }, { label: t("journal:title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireProof(args);
  if (ownKeyIn(args.request, viewer.sessionId, args.context.now)) throw redirect("/me/journal", 303);
  return {};
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireProof(args);
  const { site, network, now } = args.context;
  const sent = reopenForm.safeParse(Object.fromEntries(await args.request.formData()));
  if (!sent.success) return refuse(refused("invalid"));
  const { deed, before, secret, sure } = sent.data;
  if (deed === "anew") {
    if (!sure) return refuse(refused("invalid"));
    const begun = await startAnew(site, viewer, now);
    return begun.ok ? goingTo("/me/journal", [begun.setCookie, noProofCookie()]) : refuse(begun);
  }
  const opened = await reopenOwnKey(site, viewer, { before, secret, network }, now);
  return opened.ok ? goingTo("/me/journal?said=reopened", opened.setCookies) : refuse(opened);
}

const goingTo = (path: string, cookies: string[]) =>
  redirect(path, { status: 303, headers: new Headers(cookies.map((one): [string, string] => ["Set-Cookie", one])) });

/** Nothing of what is typed here ever comes back into the page. */
export default function Shut() {
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("journal");
  const unsure = answered?.refusal?.reason === "invalid";
  const typed = { type: "password", autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;
  return (
    <>
      <PageHeader title={t("shut.title")} lead={t("shut.lead")} />
      {!unsure && <RefusalNotice refusal={answered?.refusal} />}
      <form method="post" className="stack" autoComplete="off">
        <TextField
          field={plainField("before", { required: true })}
          label={t("shut.before")}
          hint={t("shut.beforeHint")}
          {...typed}
        />
        <TextField
          field={plainField("secret", { required: true })}
          label={t("shut.secret")}
          hint={t("shut.secretHint")}
          {...typed}
        />
        <Actions>
          <Button name="deed" value="reopen">
            {t("shut.go")}
          </Button>
        </Actions>
      </form>
      <Section title={t("shut.anew")}>
        <form method="post" className="stack">
          <p>{t("shut.anewText")}</p>
          <Checkbox
            field={plainField("sure", { errors: unsure ? [t("shut.sureMissing")] : [] })}
            label={t("shut.sure")}
          />
          <Actions>
            <Button look="danger" name="deed" value="anew" consequence={t("shut.anewConsequence")}>
              {t("shut.anewGo")}
            </Button>
          </Actions>
        </form>
      </Section>
    </>
  );
}
