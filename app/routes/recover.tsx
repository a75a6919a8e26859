import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ownPath, recoverForm, savedForm } from "~/accounts/forms";
import { hiddenFields, type KeptForm, keptIn, withoutKept } from "~/accounts/kept-form";
import { KeptFormPage } from "~/accounts/kept-form-page";
import { beginRecovery, finishRecovery } from "~/accounts/recover.server";
import { SaveWords, type ShownWords } from "~/accounts/save-words";
import { shownWords } from "~/accounts/shown-words.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import type { Refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { Actions, Button } from "~/ui/button";
import { plainField } from "~/ui/field";
import { HiddenFields } from "~/ui/hidden-fields";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";

export const handle: PageHandle = { place: "signIn" };

type Answer = {
  shown: ShownWords | null;
  code: string;
  refusal: Refused | null;
  /** What was written when the session had ended, where this began at the second step of signing in. */
  kept: KeptForm | null;
  signedIn?: boolean;
};

export function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  return null;
}

/** Two steps on one address, neither of which may be reached by a link: the words live in the answer to a form alone. */
export async function action(args: ActionFunctionArgs) {
  publicDoor(args);
  const { request, context } = args;
  const { site, network, now } = context;
  const sent = await request.formData();
  const kept = keptIn(sent, ownPath);
  const form = Object.fromEntries(withoutKept(sent));
  const saved = savedForm.safeParse(form);
  if (saved.success) {
    const { sealed, word, device } = saved.data;
    const answer = await finishRecovery(site, { sealed, word, ownDevice: device === "own", network }, now);
    if (answer.ok) {
      const headers = { "Set-Cookie": answer.setCookie };
      if (!kept) return redirect("/", { status: 303, headers });
      return data<Answer>({ shown: null, code: "", refusal: null, kept, signedIn: true }, { headers });
    }
    const wrong = answer.reason === "wrong-word";
    const shown = answer.offer ? shownWords(answer.offer, sealed, wrong) : null;
    return answering({ shown, code: "", refusal: wrong ? null : asRefused(answer), kept }, answer);
  }
  const { code } = recoverForm.catch({ code: "" }).parse(form);
  const answer = await beginRecovery(site, { code, network }, now);
  if (!answer.ok) return answering({ shown: null, code, refusal: answer, kept }, answer);
  return answering({ shown: shownWords(answer.offer, answer.sealed), code: "", refusal: null, kept });
}

const asRefused = ({ ok, reason, pace }: Refused): Refused => ({ ok, reason, pace });

const answering = (answer: Answer, refusal?: Refused) => data(answer, refusal ? initOf(refusal) : undefined);

export default function Recover() {
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("accounts");
  const kept = answered?.kept;
  if (answered?.signedIn && kept) return <KeptFormPage kept={kept} title={t("signIn.kept.title")} />;
  if (answered?.shown) {
    return (
      <>
        <RefusalNotice refusal={answered.refusal} />
        <SaveWords shown={answered.shown} why="recovery" kept={kept} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("recover.title")} lead={t("recover.lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      <form method="post" className="stack" autoComplete="off">
        {kept && <HiddenFields of={hiddenFields(kept)} />}
        <TextField
          field={plainField("code", { initialValue: answered?.code, required: true })}
          label={t("recover.code")}
          hint={t("recover.codeHint")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Actions>
          <Button consequence={t("recover.goConsequence")}>{t("recover.go")}</Button>
        </Actions>
      </form>
      <p className="soft">{t("recover.without")}</p>
    </>
  );
}
