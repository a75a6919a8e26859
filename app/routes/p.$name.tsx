import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { owns } from "~/accounts/viewer";
import { fromLink, toLink } from "~/platform/ids";
import { findViewer } from "~/pseudonyms/door.server";
import { findName } from "~/pseudonyms/find-name.server";
import { turnedFrom } from "~/relations/relation-queries.server";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Voice } from "~/ui/voice";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  const { read } = args.context.site.database;
  const id = fromLink(args.params.name);
  const name = id === null ? null : await findName(read, id);
  if (!name) throw new Response(null, { status: 404 });
  return {
    name: { link: toLink(name.id), name: name.name, leaf: name.leaf, retired: name.retired },
    own: owns(viewer, name.id),
    member: viewer.kind === "member",
    turned: (await turnedFrom(read, viewer, [name.id])).get(name.id) ?? null,
  };
}

export const handle: PageHandle = { sameForGuests: { query: [] } };

/** A name's page tells the name and nothing about it: no posts, no since-when, no where. */
export default function Name() {
  const { name, own, member, turned } = useLoaderData<typeof loader>();
  const { t } = useTranslation("discussion");
  return (
    <>
      <PageHeader title={<Voice name={name.name} seed={name.leaf} large />} lead={t("name.none")} />
      {name.retired && <Notice>{t("name.retired")}</Notice>}
      {own && <Notice>{t("name.own")}</Notice>}
      {member && !own && (
        <Section title={t("name.actions")}>
          <form method="post" action="/turn-away" className="cluster">
            <input type="hidden" name="name" value={name.link} />
            {turned && <input type="hidden" name="undo" value="on" />}
            {turned === null && (
              <button type="submit" className="button button-quiet" name="deed" value="mute">
                {t("post.mute", { name: name.name })}
              </button>
            )}
            <button type="submit" className="button button-quiet" name="deed" value={turned ?? "block"}>
              {turned
                ? t(turned === "block" ? "post.unblock" : "post.unmute", { name: name.name })
                : t("post.block", { name: name.name })}
            </button>
          </form>
          <p className="soft small">{t("post.silent")}</p>
          <p>
            <a href={`/report?name=${name.link}`}>{t("name.report")}</a>{" "}
            <a href={`/report/several?name=${name.link}`}>{t("name.reportSeveral")}</a>
          </p>
        </Section>
      )}
    </>
  );
}
