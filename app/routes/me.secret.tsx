import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { newPassphraseForm, savedForm } from "~/accounts/forms";
import type { Flaw } from "~/accounts/passphrase-flaws";
import { PassphraseForm } from "~/accounts/passphrase-form";
import { ownKeyIn } from "~/accounts/proof.server";
import { accountOf } from "~/accounts/replace-secret.server";
import { SaveWords, type ShownWords } from "~/accounts/save-words";
import { shownWords } from "~/accounts/shown-words.server";
import { takePassphrase } from "~/accounts/take-passphrase.server";
import { offerWords, takeWords } from "~/accounts/take-words.server";
import { readSettings } from "~/agreements/settings-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { type Refused, refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { requireProof } from "~/pseudonyms/door.server";
import { nameWords } from "~/pseudonyms/name-words";
import { Actions, Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("accounts:security.title"), href: "/me/security" },
    { label: t("accounts:secret.title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireProof(args);
  return { kind: (await accountOf(args.context.site.database.read, viewer))?.secretKind ?? "codename" };
}

type Answer = { shown: ShownWords | null; flaw: Flaw | null; refusal: Refused | null };

const answering = (
  { shown = null, flaw = null, refusal = null }: Partial<Answer>,
  refusedWith: Refused | null = refusal,
) => data({ shown, flaw, refusal } satisfies Answer, refusedWith ? initOf(refusedWith) : undefined);

const changed = (setCookie: string) =>
  redirect("/me/security?done=secret", { status: 303, headers: { "Set-Cookie": setCookie } });

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireProof(args);
  const { site, now } = args.context;
  const form = Object.fromEntries(await args.request.formData());
  const ownKey = ownKeyIn(args.request, viewer.sessionId, now);
  if (form.step === "draw") {
    const drawn = await offerWords(site, viewer, now);
    return drawn.ok ? answering({ shown: shownWords(drawn.offer, drawn.sealed) }) : answering({ refusal: drawn });
  }
  if (form.step === "save") {
    const { sealed, word } = savedForm.catch({ sealed: "", word: "", device: "shared" }).parse(form);
    const answer = await takeWords(site, viewer, { sealed, word, ownKey }, now);
    if (answer.ok) return changed(answer.setCookie);
    const { ok, reason, pace, offer } = answer;
    const wrong = reason === "wrong-word";
    const shown = offer ? shownWords(offer, sealed, wrong) : null;
    return answering({ shown, refusal: wrong ? null : { ok, reason, pace } }, answer);
  }
  const typed = newPassphraseForm.safeParse(form);
  if (!typed.success) return answering({ flaw: "long" }, refused("invalid"));
  const { passphrase, passphraseAgain: again } = typed.data;
  const input = { passphrase, again, siteWords: await siteWords(args), ownKey };
  const answer = await takePassphrase(site, viewer, input, now);
  if (answer.ok) return changed(answer.setCookie);
  const { ok, reason, pace, flaw } = answer;
  return answering(flaw ? { flaw } : { refusal: { ok, reason, pace } }, answer);
}

/** The words that stand for this place: its name, its address, and what its proposed names are made of. */
async function siteWords({ request, context }: ActionFunctionArgs) {
  const { name } = await readSettings(context.site.database.read);
  const proposed = Object.values(nameWords).flatMap(({ first, second }) => [...first, ...second]);
  return [name, "Understory", new URL(request.url).hostname, ...proposed];
}

export default function Secret() {
  const { kind } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("accounts");
  if (answered?.shown)
    return (
      <>
        <RefusalNotice refusal={answered.refusal} />
        <SaveWords shown={answered.shown} why="change" />
      </>
    );
  return (
    <>
      <PageHeader title={t("secret.title")} lead={t(`secret.now.${kind}`)} />
      <RefusalNotice refusal={answered?.refusal} />
      <Notice title={t("secret.endsTitle")}>{t("secret.ends")}</Notice>
      <Section title={t("passphrase.title")}>
        <PassphraseForm flaw={answered?.flaw ?? null} />
      </Section>
      <Section title={t("secret.words")}>
        <form method="post" className="stack">
          <p>{t("secret.wordsAbout")}</p>
          <Actions>
            <Button look="quiet" name="step" value="draw" consequence={t("secret.drawConsequence")}>
              {t("secret.draw")}
            </Button>
          </Actions>
        </form>
      </Section>
    </>
  );
}
