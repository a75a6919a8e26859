import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Member } from "~/accounts/viewer";
import { readFor } from "~/cases/read-for.server";
import { heldForReader } from "~/discussion/posts/held-posts.server";
import { HeldThing } from "~/discussion/posts/held-thing";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { readerForm } from "~/safety/shelter/forms";
import { readsFor } from "~/safety/shelter/shelter-queries.server";
import { sortHeld } from "~/safety/shelter/sort-held.server";
import { Actions, Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Rows } from "~/ui/rows";

/** For whom the viewer reads; throws 404 for everybody who wasn't asked, and as soon as it's over. */
async function requireReader(viewer: Member, { params, context: { site, now } }: LoaderFunctionArgs) {
  const id = fromLink(params.name);
  const found = (await readsFor(site.database.read, viewer, now)).find((one) => one.pseudonymId === id);
  if (!found) throw new Response(null, { status: 404 });
  return found;
}

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { pseudonymId, name, as } = await requireReader(viewer, args);
  const { read } = args.context.site.database;
  const { things, more } =
    as === "reading" ? await heldForReader(read, viewer, pseudonymId) : { things: [], more: false };
  return { name, as, more, things: things.map(({ pseudonymId: _, ...thing }) => thing) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { pseudonymId } = await requireReader(viewer, args);
  const { site, now } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: readerForm });
  if (submission.status !== "success") return sendBack(submission);
  const asked = submission.value;
  const done =
    "held" in asked
      ? await sortHeld(site, viewer, { pseudonymId, heldId: fromLink(asked.held) ?? 0, deed: asked.deed }, now)
      : await readFor(site, viewer, { pseudonymId, accept: asked.deed === "accept" }, now);
  if (done.ok) return redirect(asked.deed === "decline" ? "/me/shelter" : `/shelter/for/${args.params.name}`, 303);
  if (done.reason === "not-found") throw new Response(null, { status: 404 });
  return refuse(done, submission);
}

export const handle: PageHandle = {
  place: "concerns",
  way: (_, t) => [{ label: t("notifications:title"), href: "/notifications" }, { label: t("shelter:readsFor") }],
};

/** For whoever somebody in shelter asked to read along: what that means, then one thing after the other. */
export default function ReadFor() {
  const { name, as, things, more } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("shelter");
  return (
    <div className="stack">
      <PageHeader title={t(as === "asked" ? "asks" : "readFor", { name })} lead={t(`${as}Lead`, { name })} />
      <RefusalNotice refusal={sent?.refusal} />
      {as === "asked" ? (
        <Section title={t("means")}>
          <ul>
            {(["goThrough", "secret", "never", "tie", "hard"] as const).map((one) => (
              <li key={one}>{t(`meaning.${one}`)}</li>
            ))}
          </ul>
          <form method="post">
            <Actions>
              <Button name="deed" value="accept">
                {t("accept")}
              </Button>
              <Button look="quiet" name="deed" value="decline" consequence={t("declineEffect")}>
                {t("decline")}
              </Button>
            </Actions>
          </form>
        </Section>
      ) : (
        <>
          {things.length === 0 && <EmptyState title={t("nothingTitle")}>{t("nothing", { name })}</EmptyState>}
          <Rows label={t("waiting")}>
            {things.map((thing) => (
              <HeldThing key={thing.link} thing={thing}>
                <form method="post">
                  <input type="hidden" name="held" value={thing.link} />
                  <Actions>
                    {(["pass", "aside", "to-report"] as const).map((deed) => (
                      <Button key={deed} look="quiet" small name="deed" value={deed}>
                        {t(`sort.${deed}`)}
                      </Button>
                    ))}
                  </Actions>
                </form>
              </HeldThing>
            ))}
          </Rows>
          {more && <p className="soft">{t("moreHeld")}</p>}
          <Section title={t("sorting")}>
            <ul>
              {(["pass", "aside", "to-report"] as const).map((deed) => (
                <li key={deed}>{t(`sorts.${deed}`, { name })}</li>
              ))}
            </ul>
            <form method="post">
              <Button look="quiet" name="deed" value="decline" consequence={t("stopEffect")}>
                {t("stop")}
              </Button>
            </form>
          </Section>
          <p>
            <a href="/helplines">{t("helplines")}</a>
          </p>
        </>
      )}
    </div>
  );
}
