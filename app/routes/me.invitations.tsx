import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readSettings } from "~/agreements/settings-queries.server";
import { createInvitation } from "~/joining/create-invitation.server";
import { invitationForm } from "~/joining/forms";
import { openInvitationsOf } from "~/joining/invitation-queries.server";
import { mayInvite } from "~/joining/permissions";
import { revokeInvitation } from "~/joining/revoke-invitation.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink, toLink } from "~/platform/ids";
import { refused } from "~/platform/outcome";
import { refuse } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { Actions, Button } from "~/ui/button";
import { Day } from "~/ui/day";
import { EmptyState } from "~/ui/empty-state";
import { plainField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";
import { TextField } from "~/ui/text-field";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [{ label: t("accounts:me.title"), href: "/me" }, { label: t("joining:invitations.title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const { read } = site.database;
  const url = new URL(args.request.url);
  const open = await openInvitationsOf(read, viewer.accountId, now);
  const made = url.searchParams.get("made");
  return {
    made,
    revoked: url.searchParams.has("revoked"),
    allowed: mayInvite(viewer, (await readSettings(read)).joining),
    invitations: open.map(({ id, label, expires, code }) => ({
      id: toLink(id),
      label,
      expires,
      link: `${url.origin}/join/${code}`,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const form = Object.fromEntries(await args.request.formData());
  if ("revoke" in form) {
    const id = fromLink(String(form.revoke));
    const answer = id === null ? refused("not-found") : await revokeInvitation(site, viewer, id);
    return answer.ok ? redirect("/me/invitations?revoked", 303) : refuse(answer);
  }
  const asked = invitationForm.safeParse(form);
  if (!asked.success) return refuse(refused("invalid"));
  const answer = await createInvitation(site, viewer, asked.data, now);
  return answer.ok ? redirect(`/me/invitations?made=${toLink(answer.id)}`, 303) : refuse(answer);
}

export default function Invitations() {
  const { invitations, allowed, made, revoked } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation(["joining", "refusals"]);
  return (
    <>
      <PageHeader title={t("invitations.title")} lead={t("invitations.lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      {made && invitations.some(({ id }) => id === made) && (
        <Notice tone="success" announce>
          {t("invitations.created")}
        </Notice>
      )}
      {revoked && (
        <Notice tone="success" announce>
          {t("invitations.revoked")}
        </Notice>
      )}
      {invitations.length ? (
        <Rows label={t("invitations.title")}>
          {invitations.map(({ id, label, expires, link }) => (
            <Row
              key={id}
              title={label ?? t("invitations.unlabelled")}
              about={<code className="link-to-copy">{link}</code>}
              meta={
                <>
                  {t("invitations.until")} <Day date={expires} />
                </>
              }
            >
              <form method="post">
                <input type="hidden" name="revoke" value={id} />
                <Button look="quiet" small>
                  {t("invitations.revoke")}
                </Button>
              </form>
            </Row>
          ))}
        </Rows>
      ) : (
        <EmptyState title={t("invitations.none")}>{t("invitations.noneMore")}</EmptyState>
      )}
      {allowed.ok ? (
        <form method="post" className="stack section">
          <TextField
            field={plainField("label")}
            label={t("invitations.label")}
            hint={t("invitations.labelHint")}
            optional
          />
          <Actions>
            <Button>{t("invitations.create")}</Button>
          </Actions>
        </form>
      ) : (
        <Notice title={t("invitations.cannot")}>{t(`refusals:${allowed.reason}`)}</Notice>
      )}
    </>
  );
}
