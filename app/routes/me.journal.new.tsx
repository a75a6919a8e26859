import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openJournal } from "~/journal/door.server";
import { EntryForm } from "~/journal/entry-form";
import { entryForm } from "~/journal/forms";
import { keepEntry } from "~/journal/keep-entry.server";
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
    { label: t("journal:form.new") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  openJournal(args, await requireProof(args));
  return {};
}

export async function action(args: ActionFunctionArgs) {
  const keeper = openJournal(args, await requireProof(args));
  const taken = takeImageForm(await readImageForm(args), entryForm);
  if (!taken.ok) return taken.answer;
  const kept = await keepEntry(args.context.site, keeper, taken.input, args.context.now);
  return kept.ok ? redirect("/me/journal?said=kept", 303) : taken.again(kept);
}

export default function NewEntry() {
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("journal");
  return (
    <>
      <PageHeader title={t("form.new")} lead={t("form.leadNew")} />
      <EntryForm entry={null} sent={sent} back="/me/journal" />
    </>
  );
}
