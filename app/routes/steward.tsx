import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { changeSettings } from "~/accounts/change-setting.server";
import { endOffice } from "~/accounts/end-office.server";
import { officeForm, settingsForm } from "~/accounts/forms";
import { mayEndOffice, SMALL_BELOW } from "~/accounts/office-permissions";
import { establishedMembers, officeHolders } from "~/accounts/office-queries.server";
import { Offices, StewardsSettings } from "~/accounts/stewards-desk";
import { owns } from "~/accounts/viewer";
import { readSettings } from "~/agreements/settings-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { giveOffice } from "~/offices/give-office.server";
import { type Outcome, refused } from "~/platform/outcome";
import { refuse } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { findByName } from "~/pseudonyms/names-in-use.server";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [{ label: t("accounts:me.title"), href: "/me" }, { label: t("accounts:steward.title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const { site, now } = args.context;
  const { read } = site.database;
  const { name, tabTitle, icon, neutralSite, joining } = await readSettings(read);
  const established = await establishedMembers(read);
  const holders = await officeHolders(read, now);
  return {
    saved: new URL(args.request.url).searchParams.has("saved"),
    settings: { name, tabTitle, icon, neutralSite, joining },
    small: established < SMALL_BELOW,
    holders: holders.map(({ office, name, leaf, pseudonymId }) => ({
      office,
      name,
      leaf,
      canEnd: mayEndOffice(
        viewer,
        {
          office,
          own: owns(viewer, pseudonymId),
          holders: holders.filter((one) => one.office === office).length,
        },
        established,
      ).ok,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const { site, now } = args.context;
  const form = Object.fromEntries(await args.request.formData());
  const answer = await decide();
  if (answer.ok)
    return redirect("/steward?saved", {
      status: 303,
      headers: answer.setCookie ? { "Set-Cookie": answer.setCookie } : undefined,
    });
  return refuse(answer, { reply: () => ({ initialValue: typed(form) }) });

  async function decide(): Promise<Outcome<{ setCookie?: string | null }>> {
    if (form.deed === "settings") {
      const asked = settingsForm.safeParse(form);
      return asked.success ? changeSettings(site, viewer, asked.data, now) : refused("invalid");
    }
    const asked = officeForm.safeParse(form);
    if (!asked.success || (form.deed !== "give" && form.deed !== "end")) return refused("invalid");
    const found = await findByName(site.database.read, asked.data.name);
    if (!found) return refused("not-found");
    const input = { pseudonymId: found.id, office: asked.data.office };
    return form.deed === "give" ? giveOffice(site, viewer, input, now) : endOffice(site, viewer, input, now);
  }
}

/** What was typed, to be given back: of no field more than anybody could mean. */
const typed = (form: Record<string, FormDataEntryValue>): Record<string, string> =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value).slice(0, 500)]));

export default function Steward() {
  const { saved, settings, holders, small } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("accounts");
  const talk = useTranslation("talk").t;
  const { deed, ...sent } = (answered?.lastResult?.initialValue ?? {}) as ReturnType<typeof typed>;
  return (
    <>
      <PageHeader title={t("steward.title")} lead={t("steward.lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      {saved && (
        <Notice tone="success" announce>
          {t("steward.saved")}
        </Notice>
      )}
      <Rows>
        <Row href="/me/invitations" title={t("steward.invite")} about={t("steward.inviteAbout")} />
        <Row href="/spaces/new" title={t("steward.spaces")} about={t("steward.spacesAbout")} />
        <Row href="/steward/helplines" title={t("steward.helplines")} about={t("steward.helplinesAbout")} />
        <Row href="/steward/readings" title={talk("readings.title")} about={talk("readings.about")} />
        <Row href="/steward/transparency" title={t("steward.transparency")} about={t("steward.transparencyAbout")} />
        <Row href="/steward/quarantine" title={t("steward.aside")} about={t("steward.asideAbout")} />
      </Rows>
      <Section title={t("steward.settings")}>
        <StewardsSettings settings={deed === "settings" ? { ...settings, ...sent } : settings} />
      </Section>
      <Section title={t("steward.offices")}>
        <p>{small ? t("steward.officesSmall", { count: SMALL_BELOW }) : t("steward.officesElected")}</p>
        <Offices holders={holders} small={small} typed={deed === "give" ? (sent.name ?? "") : ""} />
      </Section>
    </>
  );
}
