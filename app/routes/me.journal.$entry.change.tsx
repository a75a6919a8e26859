import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openJournal } from "~/journal/door.server";
import { EntryForm } from "~/journal/entry-form";
import { entryForm } from "~/journal/forms";
import { requireEntry } from "~/journal/journal-queries.server";
import { changeEntry } from "~/journal/keep-entry.server";
import { fromLink } from "~/platform/ids";
import { requireProof } from "~/pseudonyms/door.server";
import { readImageForm } from "~/safety/images/read-image-form.server";
import { takeImageForm } from "~/safety/images/take-image-form.server";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("journal:title"), href: "/me/journal" },
    { label: t("journal:form.change") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const keeper = openJournal(args, await requireProof(args));
  return { entry: await requireEntry(args.context.site.database.read, keeper, args.params.entry) };
}

export async function action(args: ActionFunctionArgs) {
  const keeper = openJournal(args, await requireProof(args));
  const entry = fromLink(args.params.entry) ?? -1;
  const taken = takeImageForm(await readImageForm(args), entryForm);
  if (!taken.ok) return taken.answer;
  const changed = await changeEntry(args.context.site, keeper, { ...taken.input, entry }, args.context.now);
  return changed.ok ? redirect("/me/journal?said=changed", 303) : taken.again(changed);
}

export default function ChangeEntry() {
  const { entry } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("journal");
  return (
    <>
      <PageHeader title={t("form.change")} />
      <EntryForm entry={entry} sent={sent} back={`/me/journal/${entry.link}`} />
    </>
  );
}
