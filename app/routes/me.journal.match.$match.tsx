import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openJournal } from "~/journal/door.server";
import { answerMatch } from "~/journal/match/answer-match.server";
import { matchForm, saidOf } from "~/journal/match/forms";
import { CircleQuestion, Written } from "~/journal/match/match-parts";
import { requireMatch } from "~/journal/match/match-queries.server";
import { leaveMatch, markLooked, writeInMatch } from "~/journal/match/write-in-match.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import type { Refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { requireProof } from "~/pseudonyms/door.server";
import { Button } from "~/ui/button";
import { Day } from "~/ui/day";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("journal:title"), href: "/me/journal" },
    { label: t("match:title"), href: "/me/journal/match" },
    { label: t("match:page.title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const keeper = openJournal(args, await requireProof(args));
  const { site, now } = args.context;
  const { id, seen, ...match } = await requireMatch(site.database.read, keeper, args.params.match, now);
  await markLooked(site, { id, seen });
  const names = keeper.viewer.pseudonyms
    .filter((own) => own.state === "active")
    .map(({ slot, name, leaf }) => ({ slot, name, leaf }));
  return { ...match, names, said: saidOf(args.request.url), messages: match.said };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = openJournal(args, await requireProof(args));
  const { site, now } = args.context;
  const match = fromLink(args.params.match) ?? -1;
  const form = Object.fromEntries(await args.request.formData());
  const sent = matchForm.safeParse(form);
  const typed = typeof form.words === "string" ? form.words : "";
  if (!sent.success) return back(null, typed, sent.error.issues[0]?.message ?? "");
  const asked = sent.data;
  const here = `/me/journal/match/${args.params.match}`;
  if (asked.deed === "write") {
    const written = await writeInMatch(site, viewer, { match, words: asked.words }, now);
    return written.ok ? redirect(`${here}?said=written#said`, 303) : back(written, typed);
  }
  if (asked.deed === "leave") {
    const left = await leaveMatch(site, viewer, { match }, now);
    return left.ok ? redirect("/me/journal/match?said=left", 303) : back(left, "");
  }
  const answer = asked.deed === "yes" ? { answer: "yes" as const, slot: asked.slot } : { answer: "no" as const };
  const answered = await answerMatch(site, viewer, { match, ...answer }, now);
  if (!answered.ok) return back(answered, "");
  return redirect(answered.opened ? `/s/${answered.opened}` : `${here}?said=${asked.deed}#circle`, 303);
}

const back = (refusal: Refused | null, typed: string, error = "") =>
  data({ refusal, typed, error }, refusal ? initOf(refusal) : { status: 422 });

export default function OneMatch() {
  const { name, alias, answer, slot, until, messages, names, said } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("match");
  const error = answered?.error;
  return (
    <>
      <PageHeader title={t("page.title")} lead={t("page.lead")} />
      <p className="said" dir="auto">
        <strong>{name}</strong>
      </p>
      <RefusalNotice refusal={answered?.refusal} />
      {said && !answered && (
        <Notice tone="success" announce>
          {t(`said.${said}`)}
        </Notice>
      )}
      <Notice tone="care">
        <div className="stack">
          <p>{t("page.warn")}</p>
          <p>{t("page.unwatched")}</p>
          <p>
            {t("page.ends")} <Day date={until} />.
          </p>
        </div>
      </Notice>
      <Written
        said={messages}
        alias={alias}
        typed={answered?.typed ?? ""}
        error={error === "missing" || error === "too-long" ? error : null}
      />
      <CircleQuestion names={names} answer={answer} slot={slot} unchosen={error === "slot"} />
      <form method="post" className="section">
        <Button look="quiet" name="deed" value="leave" consequence={t("page.leaveConsequence")}>
          {t("page.leave")}
        </Button>
      </form>
    </>
  );
}
