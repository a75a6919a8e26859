import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { openSpaceForm } from "~/spaces/forms";
import { openSpace } from "~/spaces/open-space.server";
import { SpaceFields, useSaidOfSpaces } from "~/spaces/space-fields";
import { Actions, Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  await requireOffice(args, "steward");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const { site, now } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: openSpaceForm });
  if (submission.status !== "success") return sendBack(submission);
  const opened = await openSpace(site, viewer, submission.value, now);
  if (!opened.ok) return refuse(opened, submission);
  return redirect(`/s/${opened.slug}`, 303);
}

export const handle: PageHandle = { place: "spaces" };

export default function NewSpace() {
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("spaces");
  const said = useSaidOfSpaces();
  const [form, fields] = useForm<z.input<typeof openSpaceForm>>({
    lastResult: sent?.lastResult,
    defaultValue: { kind: "members", language: "both" },
  });
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} />
      <RefusalNotice refusal={sent?.refusal} />
      <form method="post" id={form.id} className="stack">
        <SpaceFields fields={fields} />
        <RadioGroup
          field={said(fields.kind)}
          label={t("fields.kind")}
          options={(["open", "members", "circle"] as const).map((value) => ({
            value,
            label: t(`kinds.${value}`),
            hint: t(`kindsMean.${value}`),
          }))}
        />
        <Actions>
          <Button>{t("new.go")}</Button>
        </Actions>
      </form>
    </>
  );
}
