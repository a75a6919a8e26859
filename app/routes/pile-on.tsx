import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { callPileOn } from "~/cases/pile-ons/call-pile-on.server";
import { callForm } from "~/cases/pile-ons/forms";
import { findPost } from "~/discussion/posts/post-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink, toLink } from "~/platform/ids";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { Actions, Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { plainField } from "~/ui/field";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const postId = fromLink(new URL(args.request.url).searchParams.get("post"));
  const post = postId === null ? null : await findPost(args.context.site.database.read, viewer, postId);
  const names = viewer.pseudonyms.filter((own) => own.state !== "burned");
  const meant = names.find((own) => own.id === post?.pseudonymId) ?? names.find((own) => own.slot === viewer.slot);
  return { names: names.map(({ slot, name }) => ({ slot, name })), meant: meant?.slot ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: callForm });
  if (submission.status !== "success") return sendBack(submission);
  const called = await callPileOn(site, viewer, submission.value, now);
  if (!called.ok) return refuse(called, submission);
  return redirect(`/pile-ons/${toLink(called.caseId)}`, 303);
}

export const handle: PageHandle = {
  place: "concerns",
  way: (_, t) => [{ label: t("notifications:title"), href: "/notifications" }, { label: t("pileOns:call") }],
};

/** "This is a pile-on": what the press will do, and the press. */
export default function CallPileOn() {
  const { names, meant } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("pileOns");
  const typed = sent?.lastResult?.initialValue?.slot;
  const chosen = String(typed ?? meant ?? "");
  return (
    <div className="stack">
      <PageHeader title={t("call")} lead={t("callLead")} />
      <RefusalNotice refusal={sent?.refusal} />
      <Section title={t("callHow")}>
        <ul>
          {(["gathers", "slows", "joins", "stays"] as const).map((one) => (
            <li key={one}>{t(`callHappens.${one}`)}</li>
          ))}
        </ul>
      </Section>
      <form method="post" className="stack">
        {names.length > 1 ? (
          <RadioGroup
            field={plainField("slot", { initialValue: chosen })}
            label={t("callName")}
            options={names.map(({ slot, name }) => ({ value: String(slot), label: name }))}
          />
        ) : (
          <input type="hidden" name="slot" value={chosen} />
        )}
        <Actions>
          <Button consequence={t("callEffect")}>{t("callDo")}</Button>
        </Actions>
      </form>
    </div>
  );
}
