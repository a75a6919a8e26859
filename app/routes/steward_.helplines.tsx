import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { readSettings } from "~/agreements/settings-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refused } from "~/platform/outcome";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { removeHelpline, saveHelpline } from "~/safety/helplines/change-helplines.server";
import { helplineForm, removeHelplineForm } from "~/safety/helplines/forms";
import { HelplineFields } from "~/safety/helplines/helpline-fields";
import { Actions, Button, LinkButton } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("accounts:steward.title"), href: "/steward" },
    { label: t("safety:helplines.title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  await requireOffice(args, "steward");
  const { helplines } = await readSettings(args.context.site.database.read);
  const asked = new URL(args.request.url).searchParams;
  return {
    helplines,
    saved: asked.has("saved"),
    chosen: helplines.find(({ id }) => id === asked.get("line")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const { site, now } = args.context;
  const form = await args.request.formData();
  if (form.get("deed") === "remove") {
    const asked = removeHelplineForm.safeParse(Object.fromEntries(form));
    const answer = asked.success ? await removeHelpline(site, viewer, asked.data.id, now) : refused("invalid");
    return answer.ok ? redirect("/steward/helplines?saved", 303) : refuse(answer);
  }
  const submission = parseWithZod(form, { schema: helplineForm });
  if (submission.status !== "success") return sendBack(submission);
  const answer = await saveHelpline(site, viewer, submission.value, now);
  return answer.ok ? redirect("/steward/helplines?saved", 303) : refuse(answer, submission);
}

export default function StewardsHelplines() {
  const { helplines, saved, chosen } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("safety");
  const [form, fields] = useForm<z.input<typeof helplineForm>>({
    lastResult: sent?.lastResult,
    defaultValue: chosen
      ? { ...chosen, young: chosen.young ? "on" : undefined, checked: undefined }
      : { police: "unknown" },
  });
  return (
    <>
      <PageHeader title={t("helplines.title")} lead={t("helplines.edit.lead")} />
      <RefusalNotice refusal={sent?.refusal} />
      {saved && (
        <Notice tone="success" announce>
          {t("helplines.edit.saved")}
        </Notice>
      )}
      <Section title={chosen ? t("helplines.edit.change") : t("helplines.edit.add")} id="line">
        <FormErrors
          fields={[
            { field: fields.name, label: t("helplines.fields.name") },
            { field: fields.reach, label: t("helplines.fields.reach") },
            { field: fields.country, label: t("helplines.fields.country") },
          ]}
        />
        <form method="post" id={form.id} className="stack">
          {chosen && <input type="hidden" name="id" value={chosen.id} />}
          <HelplineFields fields={fields} />
          <Actions>
            <Button name="deed" value="save" consequence={t("helplines.edit.saveConsequence")}>
              {t("helplines.edit.save")}
            </Button>
            {chosen && (
              <LinkButton href="/steward/helplines" look="quiet">
                {t("helplines.edit.cancel")}
              </LinkButton>
            )}
          </Actions>
        </form>
      </Section>
      <Section title={t("helplines.edit.all")}>
        <Rows label={t("helplines.edit.all")}>
          {helplines.map((line) => (
            <Row
              key={line.id}
              href={`/steward/helplines?line=${line.id}#line`}
              title={line.name}
              about={line.reach}
              meta={
                <>
                  <span>{line.country}</span>{" "}
                  <Chip tone={line.checked ? "moss" : "care"}>
                    {line.checked ? t("helplines.checkedIn", { month: line.checked }) : t("helplines.unchecked")}
                  </Chip>
                </>
              }
              aside={
                <form method="post">
                  <input type="hidden" name="id" value={line.id} />
                  <Button
                    look="quiet"
                    small
                    name="deed"
                    value="remove"
                    aria-label={t("helplines.edit.removeThis", { name: line.name })}
                  >
                    {t("helplines.edit.remove")}
                  </Button>
                </form>
              }
            />
          ))}
        </Rows>
      </Section>
    </>
  );
}
