import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { recoverForm, savedForm } from "~/accounts/forms";
import { beginRecovery, finishRecovery } from "~/accounts/recover.server";
import { SaveWords, type ShownWords } from "~/accounts/save-words";
import { shownWords } from "~/accounts/shown-words.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import type { Refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { Actions, Button } from "~/ui/button";
import { plainField } from "~/ui/field";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";

export const handle: PageHandle = { place: "signIn" };

type Answer = { shown: ShownWords | null; code: string; refusal: Refused | null };

export function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  return null;
}

/** Two steps on one address, neither of which may be reached by a link: the words live in the answer to a form alone. */
export async function action(args: ActionFunctionArgs) {
  publicDoor(args);
  const { request, context } = args;
  const { site, network, now } = context;
  const form = Object.fromEntries(await request.formData());
  const saved = savedForm.safeParse(form);
  if (saved.success) {
    const { sealed, word, device } = saved.data;
    const answer = await finishRecovery(site, { sealed, word, ownDevice: device === "own", network }, now);
    if (answer.ok) return redirect("/", { status: 303, headers: { "Set-Cookie": answer.setCookie } });
    const wrong = answer.reason === "wrong-word";
    const shown = answer.offer ? shownWords(answer.offer, sealed, wrong) : null;
    return answering({ shown, code: "", refusal: wrong ? null : asRefused(answer) }, answer);
  }
  const { code } = recoverForm.catch({ code: "" }).parse(form);
  const answer = await beginRecovery(site, { code, network }, now);
  if (!answer.ok) return answering({ shown: null, code, refusal: answer }, answer);
  return answering({ shown: shownWords(answer.offer, answer.sealed), code: "", refusal: null });
}

const asRefused = ({ ok, reason, pace }: Refused): Refused => ({ ok, reason, pace });

const answering = (answer: Answer, refusal?: Refused) => data(answer, refusal ? initOf(refusal) : undefined);

export default function Recover() {
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("accounts");
  if (answered?.shown) {
    return (
      <>
        <RefusalNotice refusal={answered.refusal} />
        <SaveWords shown={answered.shown} why="recovery" />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("recover.title")} lead={t("recover.lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      <form method="post" className="stack" autoComplete="off">
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
