import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Member } from "~/accounts/viewer";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { WhichName } from "~/pseudonyms/which-name";
import { answerInvitation, circleThatInvites } from "~/spaces/circle-membership.server";
import { Actions, Button } from "~/ui/button";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

async function requireInvitation({ params, context }: LoaderFunctionArgs, viewer: Member) {
  const invitation = await circleThatInvites(context.site.database.read, viewer, params.space ?? "");
  if (!invitation) throw new Response(null, { status: 404 });
  return invitation;
}

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { space, names } = await requireInvitation(args, viewer);
  return {
    space: { name: space.name, purpose: space.purpose },
    names: names.map(({ slot, name, leaf }) => ({ slot, name, leaf })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const { space } = await requireInvitation(args, viewer);
  const form = await args.request.formData();
  const accept = form.get("deed") === "accept";
  const slot = Number(form.get("slot"));
  const answered = await answerInvitation(site, viewer, { spaceId: space.id, slot, accept }, now);
  if (!answered.ok) return refuse(answered);
  return redirect(accept ? `/s/${space.slug}` : "/", 303);
}

export const handle: PageHandle = { place: "spaces" };

export default function Invitation() {
  const { space, names } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("spaces");
  return (
    <>
      <PageHeader title={t("invitation.title")} lead={space.name} />
      <RefusalNotice refusal={sent?.refusal} />
      <p>{space.purpose}</p>
      <p>{names.length === 1 ? t("invitation.lead", { name: names[0]?.name }) : t("invitation.leadMany")}</p>
      <form method="post" className="stack">
        <WhichName names={names} label={t("invitation.which")} hint={t("invitation.whichHint")} />
        <Actions>
          <Button name="deed" value="accept">
            {t("invitation.accept")}
          </Button>
          <Button look="quiet" name="deed" value="decline">
            {t("invitation.decline")}
          </Button>
        </Actions>
        <p className="soft small">{t("invitation.declined")}</p>
      </form>
    </>
  );
}
