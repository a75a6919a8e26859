import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { languageOf } from "~/accounts/reader-language.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireProof } from "~/pseudonyms/door.server";
import { takeAlongForm } from "~/retention/export/forms";
import { countParts } from "~/retention/export/sources.server";
import { askForArchive } from "~/retention/export/take-along.server";
import { TakeAlongPage } from "~/retention/export/take-along-page";
import { takerOf } from "~/retention/export/taker.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = {
  place: "me",
  scripts: ["take-along"],
  way: (_, t) => [{ label: t("accounts:me.title"), href: "/me" }, { label: t("takeAlong:title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireProof(args);
  const { site, now } = args.context;
  const taker = takerOf({ read: site.database.read, language: languageOf(args.request, viewer), now }, viewer, null);
  return {
    parts: await countParts(taker),
    names: taker.viewer.pseudonyms.map(({ slot, name }) => ({ slot, name })),
    burned: taker.ids.length < viewer.pseudonyms.length,
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireProof(args);
  const { site, now } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: takeAlongForm });
  if (submission.status !== "success") return sendBack(submission);
  const asked = await askForArchive(site, viewer, submission.value.of, now);
  if (!asked.ok) return refuse(asked, submission);
  return redirect(`/me/export/archive?ticket=${asked.ticket}`, 303);
}

export default function TakeAlong() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <TakeAlongPage
        {...loaded}
        chosen={sent?.lastResult?.initialValue?.of}
        wrong={sent?.lastResult?.error !== undefined}
      >
        <RefusalNotice refusal={sent?.refusal} />
      </TakeAlongPage>
    </>
  );
}
