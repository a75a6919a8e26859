import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openJournal } from "~/journal/door.server";
import { EntryView } from "~/journal/entry-view";
import { requireEntry } from "~/journal/journal-queries.server";
import { mayName } from "~/journal/match/permissions";
import { reportableIn } from "~/journal/reportable.server";
import { requireProof } from "~/pseudonyms/door.server";
import { WORDS_MOST } from "~/reports/forms";
import { Actions, Button, LinkButton } from "~/ui/button";
import { Month } from "~/ui/day";
import { HiddenFields } from "~/ui/hidden-fields";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("journal:title"), href: "/me/journal" },
    { label: t("journal:entry.title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const keeper = openJournal(args, await requireProof(args));
  const { read } = args.context.site.database;
  const entry = await requireEntry(read, keeper, args.params.entry);
  return {
    entry,
    mayName: mayName(keeper.viewer),
    reportable: await reportableIn(read, keeper.viewer, entry, args.context.now),
  };
}

export default function Entry() {
  const { entry, mayName, reportable } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["journal", "match"]);
  return (
    <>
      <PageHeader title={t("entry.title")} />
      <EntryView entry={entry} />
      <p className="soft">
        {t("kept")} <Month date={entry.kept} />. {t("keptHint")}
      </p>
      <Actions>
        <LinkButton look="quiet" href={`/me/journal/${entry.link}/change`}>
          {t("entry.change")}
        </LinkButton>
      </Actions>
      <Section title={t("entry.reportTitle")}>
        {reportable ? (
          <form method="post" action={reportable.address} className="stack">
            <p>
              {t("entry.reportText")} {entry.image && t("entry.imageStays")}
            </p>
            <HiddenFields
              of={[
                ["begin", "journal"],
                ["words", entry.words.slice(0, WORDS_MOST)],
              ]}
            />
            <Actions>
              <Button look="quiet">{t(reportable.kind === "post" ? "entry.reportPost" : "entry.reportName")}</Button>
            </Actions>
          </form>
        ) : (
          <form method="post" action="/report/elsewhere" className="stack">
            <p>
              {t("entry.reportElsewhere")} {entry.image && t("entry.imageChoose")}
            </p>
            <HiddenFields
              of={[
                ["begin", "journal"],
                ["words", [entry.who, entry.words].filter(Boolean).join("\n\n").slice(0, WORDS_MOST)],
                ["place", entry.place],
                ["day", entry.day],
              ]}
            />
            <Actions>
              <Button look="quiet">{t("entry.reportElsewhereDo")}</Button>
            </Actions>
          </form>
        )}
      </Section>
      {entry.who && mayName && (
        <Section title={t("match:title")}>
          <LinkButton
            look="quiet"
            href={`/me/journal/match?entry=${entry.link}#naming`}
            consequence={t("match:goText")}
          >
            {t("match:go")}
          </LinkButton>
        </Section>
      )}
      <form method="post" action="/me/journal" className="section">
        <input type="hidden" name="entry" value={entry.link} />
        <Button look="quiet" name="deed" value="remove" consequence={t("entry.removeConsequence")}>
          {t("entry.remove")}
        </Button>
      </form>
    </>
  );
}
