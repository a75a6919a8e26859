import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ownHeld } from "~/discussion/posts/held-posts.server";
import { HeldThing } from "~/discussion/posts/held-thing";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { heldForm } from "~/safety/shelter/forms";
import { ownShelters } from "~/safety/shelter/shelter-queries.server";
import { emptyHeld } from "~/safety/shelter/sort-held.server";
import { Actions, Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Rows } from "~/ui/rows";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const { read } = site.database;
  const [{ things, more }, names] = await Promise.all([ownHeld(read, viewer), ownShelters(read, viewer, now)]);
  const slotOf = new Map(viewer.pseudonyms.map((own) => [own.id, own.slot]));
  const told = things.map(({ pseudonymId, ...thing }) => ({ ...thing, slot: slotOf.get(pseudonymId)! }));
  return {
    more,
    names: names
      .filter(({ held }) => held > 0)
      .map(({ slot, name, until }) => ({
        slot,
        name,
        on: until !== null,
        things: told.filter((one) => one.slot === slot),
      })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: heldForm });
  if (submission.status !== "success") return sendBack(submission);
  const done = await emptyHeld(site, viewer, submission.value, now);
  return done.ok ? redirect("/me/shelter/held", 303) : refuse(done, submission);
}

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("shelter:title"), href: "/me/shelter" },
    { label: t("shelter:held") },
  ],
};

export default function Held() {
  const { names, more } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("shelter");
  return (
    <div className="stack">
      <PageHeader title={t("held")} lead={t("heldLead")} />
      <RefusalNotice refusal={sent?.refusal} />
      {names.length === 0 && <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>}
      {names.map(({ slot, name, on, things }) => (
        <Section key={slot} title={t("heldFrom", { name })}>
          <form method="post" className="stack">
            <input type="hidden" name="slot" value={slot} />
            {on && <p>{t("stillOn")}</p>}
            <Actions>
              <Button look="quiet" name="deed" value="open" consequence={t("openAllEffect")}>
                {t("openAll")}
              </Button>
              <Button look="quiet" name="deed" value="bin" consequence={t("binEffect")}>
                {t("bin")}
              </Button>
            </Actions>
          </form>
          <Rows label={t("heldFrom", { name })}>
            {things.map((thing) => (
              <HeldThing key={thing.link} thing={thing}>
                {thing.post && (
                  <p>
                    <a href={`/report?post=${thing.post.link}`}>{t("report")}</a>
                  </p>
                )}
              </HeldThing>
            ))}
          </Rows>
        </Section>
      ))}
      {more && <p className="soft">{t("moreHeld")}</p>}
      {names.length > 0 && (
        <p>
          <a href="/pile-on">{t("pileOn")}</a>
        </p>
      )}
    </div>
  );
}
