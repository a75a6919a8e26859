import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RefusalNotice } from "~/limits/refusal-notice";
import { toLink } from "~/platform/ids";
import { refuse } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { WhichName } from "~/pseudonyms/which-name";
import { inviteToCircle, leaveCircle, peopleOfCircle } from "~/spaces/circle-membership.server";
import { mayInvite } from "~/spaces/permissions";
import { findSpace, membershipsOf } from "~/spaces/space-queries.server";
import { Actions, Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { plainField } from "~/ui/field";
import { Leaf } from "~/ui/leaf";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";
import { TextField } from "~/ui/text-field";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { read } = args.context.site.database;
  const space = await findSpace(read, viewer, args.params.space ?? "");
  if (space?.kind !== "circle") throw new Response(null, { status: 404 });
  const people = await peopleOfCircle(read, space.id);
  const memberships = await membershipsOf(read, viewer);
  const inside = memberships.filter((one) => one.spaceId === space.id).map((one) => one.pseudonymId);
  return {
    space: { slug: space.slug, name: space.name },
    people: people.map(({ id, ...person }) => ({ link: toLink(id), ...person })),
    mayInvite: mayInvite(viewer, space, memberships),
    own: viewer.pseudonyms
      .filter(({ id }) => inside.includes(id))
      .map(({ slot, name, leaf }) => ({ slot, name, leaf })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const space = await findSpace(site.database.read, viewer, args.params.space ?? "");
  if (space?.kind !== "circle") throw new Response(null, { status: 404 });
  const form = await args.request.formData();
  if (form.get("deed") === "leave") {
    const left = await leaveCircle(site, viewer, { spaceId: space.id, slot: Number(form.get("slot")) }, now);
    if (!left.ok) return refuse(left);
    const stays = await findSpace(site.database.read, viewer, space.id);
    return redirect(stays ? `/s/${space.slug}/people` : "/", 303);
  }
  const name = String(form.get("name") ?? "");
  const invited = await inviteToCircle(site, viewer, { spaceId: space.id, name }, now);
  if (invited.ok) return redirect(`/s/${space.slug}/people`, 303);
  const { data: sentBack, init } = refuse(invited);
  return data({ ...sentBack, name: name.slice(0, 200) }, init ?? undefined);
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle: PageHandle<Data> = {
  place: "spaces",
  way: ({ space }, t) => [
    { label: t("spaces:home.title"), href: "/" },
    { label: space.name, href: `/s/${space.slug}` },
    { label: t("spaces:people.link") },
  ],
};

export default function People() {
  const { people, mayInvite, own } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("spaces");
  const typed = sent && "name" in sent ? sent.name : "";
  return (
    <>
      <PageHeader title={t("people.title")} lead={t("people.lead")} />
      <Rows label={t("people.title")}>
        {people.map((person) => (
          <Row
            key={person.link}
            href={`/p/${person.link}`}
            title={person.name}
            lead={<Leaf seed={person.leaf} />}
            aside={
              (person.host || person.state === "invited") && (
                <Chip>{t(person.state === "invited" ? "people.invited" : "people.host")}</Chip>
              )
            }
          />
        ))}
      </Rows>
      {mayInvite && (
        <Section title={t("people.invite")}>
          <RefusalNotice refusal={sent?.refusal} />
          <form method="post" className="stack">
            <TextField
              field={plainField("name", { initialValue: typed, required: true })}
              label={t("fields.name")}
              hint={t("people.inviteHint")}
              autoComplete="off"
            />
            <Actions>
              <Button name="deed" value="invite">
                {t("people.inviteGo")}
              </Button>
            </Actions>
          </form>
        </Section>
      )}
      <Section title={t("people.leave")}>
        <Notice tone="care">{t("people.leaveConsequence")}</Notice>
        <form method="post" className="stack">
          <WhichName names={own} label={t("people.leaveAs")} hint={t("people.leaveAsHint")} />
          <Button look="quiet" name="deed" value="leave">
            {t("people.leave")}
          </Button>
        </form>
      </Section>
    </>
  );
}
