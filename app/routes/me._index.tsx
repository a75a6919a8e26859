import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { holds } from "~/accounts/viewer";
import { requireMember } from "~/pseudonyms/door.server";
import { Button } from "~/ui/button";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = { place: "me" };

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  return { steward: holds(viewer, "steward") };
}

export default function Me() {
  const { steward } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["accounts", "handbook", "journal", "shelter"]);
  return (
    <>
      <PageHeader title={t("me.title")} lead={t("me.lead")} />
      <Rows label={t("me.title")}>
        <Row href="/me/names" title={t("me.names")} about={t("me.namesAbout")} />
        <Row href="/me/security" title={t("security.title")} about={t("security.about")} />
        <Row href="/me/burn" title={t("me.burn")} about={t("me.burnAbout")} />
        <Row href="/me/invitations" title={t("me.invitations")} about={t("me.invitationsAbout")} />
        <Row href="/reports" title={t("me.reports")} about={t("me.reportsAbout")} />
        <Row href="/me/journal" title={t("journal:title")} about={t("journal:about")} />
        <Row href="/me/drafts" title={t("me.drafts")} about={t("me.draftsAbout")} />
        <Row href="/me/shelter" title={t("shelter:title")} about={t("shelter:about")} />
        <Row href="/me/blocks" title={t("me.blocks")} about={t("me.blocksAbout")} />
        <Row href="/preferences" title={t("me.preferences")} about={t("me.preferencesAbout")} />
        <Row href="/me/export" title={t("me.export")} about={t("me.exportAbout")} />
        <Row href="/me/leave-for-good" title={t("me.leaving")} about={t("me.leavingAbout")} />
        <Row href="/handbook" title={t("handbook:title")} about={t("handbook:lead")} />
        {steward && <Row href="/steward" title={t("me.steward")} about={t("me.stewardAbout")} />}
      </Rows>
      <form method="post" action="/sign-out" className="section">
        <Button look="quiet" consequence={t("me.signOutConsequence")}>
          {t("me.signOut")}
        </Button>
      </form>
    </>
  );
}
