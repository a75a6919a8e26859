import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { choosePreferences } from "~/accounts/choose-preferences.server";
import { preferencesOf, readChoice, themes, writePreferences } from "~/accounts/preferences";
import { languages } from "~/i18n/i18n";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse } from "~/platform/refuse.server";
import { findViewer } from "~/pseudonyms/door.server";
import { Actions, Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { plainField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

const NAMES = { en: "English", es: "Español" };

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  const saved = new URL(args.request.url).searchParams.has("saved");
  return { chosen: preferencesOf(viewer, args.request.headers.get("cookie")), member: viewer.kind === "member", saved };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await findViewer(args);
  const { request, context } = args;
  const form = await request.formData();
  const chosen = readChoice(form, preferencesOf(viewer, request.headers.get("cookie")));
  if (!chosen) throw data(null, { status: 400 });
  const kept = await choosePreferences(context.site, viewer, context.network, chosen, context.now);
  if (!kept.ok) return refuse(kept);
  const secure = new URL(request.url).protocol === "https:";
  const cookie = writePreferences(chosen, secure);
  return redirect(ownPath(form.get("back")), { status: 303, headers: { "Set-Cookie": cookie } });
}

/** Where to go back to: a path on this site, whatever was sent. */
function ownPath(back: FormDataEntryValue | null): string {
  return typeof back === "string" && /^\/(?![/\\])[\x21-\x7e]{0,2000}$/.test(back) ? back : "/preferences?saved";
}

export default function Preferences() {
  const { chosen, member, saved } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("shell");
  return (
    <>
      <PageHeader
        title={t("preferences.title")}
        lead={member ? t("preferences.forMembers") : t("preferences.forGuests")}
      />
      {saved && <Notice tone="success">{t("preferences.saved")}</Notice>}
      <RefusalNotice refusal={answered?.refusal} />
      <form method="post" className="stack">
        <RadioGroup
          field={plainField("language", { initialValue: chosen.language ?? "browser" })}
          label={t("language")}
          options={[
            { value: "browser", label: t("preferences.languageAuto") },
            ...languages.map((language) => ({
              value: language,
              label: <span lang={language}>{NAMES[language]}</span>,
            })),
          ]}
        />
        <RadioGroup
          field={plainField("theme", { initialValue: chosen.theme ?? "device" })}
          label={t("theme")}
          options={[
            { value: "device", label: t("preferences.themeAuto") },
            ...themes.map((theme) => ({ value: theme, label: t(`preferences.${theme}`) })),
          ]}
        />
        <Actions>
          <Button>{t("preferences.save")}</Button>
        </Actions>
      </form>
    </>
  );
}
