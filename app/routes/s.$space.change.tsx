import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { changeSpace } from "~/spaces/change-space.server";
import { changeSpaceForm } from "~/spaces/forms";
import { SpaceFields, useSaidOfSpaces } from "~/spaces/space-fields";
import { findSpace } from "~/spaces/space-queries.server";
import { Actions, Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice-fields";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const space = await findSpace(args.context.site.database.read, viewer, args.params.space ?? "");
  if (!space) throw new Response(null, { status: 404 });
  const { name, purpose, language, position, indexable, kind } = space;
  return { space: { name, purpose, language, position: String(position), indexable }, open: kind === "open" };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const { site, now } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: changeSpaceForm });
  if (submission.status !== "success") return sendBack(submission);
  const space = await findSpace(site.database.read, viewer, args.params.space ?? "");
  if (!space) throw new Response(null, { status: 404 });
  const sent = { ...submission.value, indexable: submission.value.indexable ? "on" : undefined };
  const changed = await changeSpace(site, viewer, { ...sent, spaceId: space.id }, now);
  if (!changed.ok) return refuse(changed, submission);
  return redirect(`/s/${changed.slug}`, 303);
}

export const handle: PageHandle = { place: "spaces" };

export default function ChangeSpace() {
  const { space, open } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("spaces");
  const said = useSaidOfSpaces();
  const [form, fields] = useForm<z.input<typeof changeSpaceForm>>({
    lastResult: sent?.lastResult,
    defaultValue: { ...space, indexable: space.indexable ? "on" : undefined },
  });
  return (
    <>
      <PageHeader title={t("change.title")} lead={t("change.lead")} />
      <RefusalNotice refusal={sent?.refusal} />
      <form method="post" id={form.id} className="stack">
        <SpaceFields fields={fields} />
        <TextField
          field={said(fields.position)}
          label={t("fields.position")}
          hint={t("fields.positionHint")}
          inputMode="numeric"
          short
        />
        {open && (
          <Checkbox field={said(fields.indexable)} label={t("fields.indexable")} hint={t("fields.indexableHint")} />
        )}
        <Actions>
          <Button>{t("change.go")}</Button>
        </Actions>
      </form>
    </>
  );
}
