import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openJournal } from "~/journal/door.server";
import { readEntry } from "~/journal/journal-queries.server";
import { namingForm, saidOf } from "~/journal/match/forms";
import { HowItGoes } from "~/journal/match/how-it-goes";
import { readNamings } from "~/journal/match/match-queries.server";
import { nameOrganisation, takeNamingBack } from "~/journal/match/name-organisation.server";
import { NamingForm, type Typed } from "~/journal/match/naming-form";
import { organisationName } from "~/journal/match/organisation-name";
import { mayName } from "~/journal/match/permissions";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { type Refused, refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { requireProof } from "~/pseudonyms/door.server";
import { Button } from "~/ui/button";
import { Day } from "~/ui/day";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("journal:title"), href: "/me/journal" },
    { label: t("match:title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const keeper = openJournal(args, await requireProof(args));
  if (!mayName(keeper.viewer)) throw new Response(null, { status: 404 });
  const { read } = args.context.site.database;
  const entryId = fromLink(new URL(args.request.url).searchParams.get("entry") ?? undefined);
  const entry = entryId === null ? null : await readEntry(read, keeper, entryId);
  return {
    said: saidOf(args.request.url),
    begin: entry?.who ?? "",
    ...(await readNamings(read, keeper, args.context.now)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const keeper = openJournal(args, await requireProof(args));
  const { site, now } = args.context;
  const sent = namingForm.safeParse(Object.fromEntries(await args.request.formData()));
  if (!sent.success) return back(refused("invalid"), null);
  if (sent.data.deed === "back") {
    const taken = await takeNamingBack(site, keeper.viewer, { naming: fromLink(sent.data.naming) ?? -1 });
    return taken.ok ? redirect("/me/journal/match?said=back", 303) : back(taken, null);
  }
  const { deed, name } = sent.data;
  const typed = { name, form: organisationName(name) };
  if (typed.form === null) return back(null, typed);
  if (deed === "look") return data({ refusal: null, typed });
  const named = await nameOrganisation(site, keeper, { name }, now);
  return named.ok ? redirect("/me/journal/match?said=named", 303) : back(named, typed);
}

const back = (refusal: Refused | null, typed: Typed | null) =>
  data({ refusal, typed }, refusal ? initOf(refusal) : { status: 422 });

export default function Match() {
  const { named, matches, said, begin } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("match");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      {said && !answered && (
        <Notice tone="success" announce>
          {t(`said.${said}`)}
        </Notice>
      )}
      {matches.length > 0 && (
        <Section title={t("found.title")}>
          <Rows label={t("found.title")}>
            {matches.map(({ link, name, until, seen }) => (
              <Row
                key={link}
                href={`/me/journal/match/${link}`}
                title={<span dir="auto">{name}</span>}
                about={t("found.about")}
                unread={!seen}
                meta={
                  <span>
                    {t("found.until")} <Day date={until} />
                  </span>
                }
              />
            ))}
          </Rows>
        </Section>
      )}
      <HowItGoes open={named.length + matches.length === 0} />
      {named.length > 0 && (
        <Section title={t("own.title")}>
          <Rows label={t("own.title")}>
            {named.map(({ link, name, resting }) => (
              <Row
                key={link}
                title={<span dir="auto">{name}</span>}
                about={resting ? t("own.resting") : t("own.waiting")}
              >
                <form method="post">
                  <input type="hidden" name="naming" value={link} />
                  <Button look="quiet" small name="deed" value="back">
                    {t("own.back")}
                  </Button>
                </form>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      <NamingForm typed={answered?.typed ?? null} begin={begin} />
    </>
  );
}
