import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openJournal } from "~/journal/door.server";
import type { ShownEntry } from "~/journal/entry";
import { removalForm } from "~/journal/forms";
import { codeOpensJournal, readJournal } from "~/journal/journal-queries.server";
import { mayName } from "~/journal/match/permissions";
import { removeEntry } from "~/journal/remove-entry.server";
import { isSaid } from "~/journal/said";
import { WrittenDay } from "~/journal/written-day";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { refused } from "~/platform/outcome";
import { refuse } from "~/platform/refuse.server";
import { requireProof } from "~/pseudonyms/door.server";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Folded } from "~/ui/folded";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [{ label: t("accounts:me.title"), href: "/me" }, { label: t("journal:title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const keeper = openJournal(args, await requireProof(args));
  const { read } = args.context.site.database;
  const said = new URL(args.request.url).searchParams.get("said") ?? "";
  return {
    said: isSaid(said) ? said : null,
    younger: !mayName(keeper.viewer),
    codeOpens: await codeOpensJournal(read, keeper.viewer.accountId),
    ...(await readJournal(read, keeper)),
  };
}

const saidOf = { remove: "removed", "take-back": "back", erase: "erased" } as const;

export async function action(args: ActionFunctionArgs) {
  const { viewer } = openJournal(args, await requireProof(args));
  const { site, now } = args.context;
  const sent = removalForm.safeParse(Object.fromEntries(await args.request.formData()));
  const entry = sent.success ? fromLink(sent.data.entry) : null;
  if (!sent.success || entry === null) return refuse(refused("not-found"));
  const { deed } = sent.data;
  const done = await removeEntry(site, viewer, { entry, deed }, now);
  return done.ok ? redirect(`/me/journal?said=${saidOf[deed]}`, 303) : refuse(done);
}

export default function Journal() {
  const { entries, removed, codeOpens, said, younger } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation(["journal", "match"]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")}>
        {entries.length > 0 && <LinkButton href="/me/journal/new">{t("add")}</LinkButton>}
      </PageHeader>
      <RefusalNotice refusal={answered?.refusal} />
      {said && (
        <Notice tone="success" announce>
          {t(`said.${said}`)}
        </Notice>
      )}
      <Folded summary={t("who")} open={entries.length + removed.length === 0}>
        <p>{t("whoText")}</p>
        <p>{t("phone")}</p>
      </Folded>
      {!codeOpens && (
        <Notice tone="care" title={t("codeTitle")}>
          <p>{t("code")}</p>
          <p>
            <a href="/me/recovery-code">{t("codeGo")}</a>
          </p>
        </Notice>
      )}
      {entries.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={{ href: "/me/journal/new", label: t("add") }}>
          {t("empty")}
        </EmptyState>
      ) : (
        <Rows label={t("list")}>
          {entries.map((entry) => (
            <EntryRow key={entry.link} entry={entry} />
          ))}
        </Rows>
      )}
      {!younger && (
        <Section title={t("match:title")}>
          <LinkButton look="quiet" href="/me/journal/match" consequence={t("match:goText")}>
            {t("match:go")}
          </LinkButton>
        </Section>
      )}
      {entries.length > 0 && (
        <Section title={t("export")}>
          <LinkButton look="quiet" href="/me/journal/document" consequence={t("exportConsequence")}>
            {t("exportGo")}
          </LinkButton>
        </Section>
      )}
      {removed.length > 0 && (
        <Section title={t("removed.title")}>
          <p className="soft">{t("removed.text")}</p>
          <Rows label={t("removed.title")}>
            {removed.map((entry) => (
              <RemovedRow key={entry.link} entry={entry} />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
}

const FIRST_WORDS = 120;
const beginning = ({ words }: ShownEntry) =>
  words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS).trimEnd()}…` : words;

function EntryRow({ entry }: { entry: ShownEntry }) {
  const { t } = useTranslation("journal");
  return (
    <Row
      href={`/me/journal/${entry.link}`}
      title={<WrittenDay day={entry.day} />}
      about={<span dir="auto">{beginning(entry)}</span>}
      meta={[entry.place, entry.who, entry.image && t("withImage")].filter(Boolean).join(" · ")}
    />
  );
}

function RemovedRow({ entry }: { entry: ShownEntry }) {
  const { t } = useTranslation("journal");
  return (
    <Row title={<WrittenDay day={entry.day} />} about={<span dir="auto">{beginning(entry)}</span>}>
      <form method="post" className="cluster">
        <input type="hidden" name="entry" value={entry.link} />
        <Button look="quiet" small name="deed" value="take-back">
          {t("removed.back")}
        </Button>
        <Button look="plain" small name="deed" value="erase" consequence={t("removed.eraseConsequence")}>
          {t("removed.erase")}
        </Button>
      </form>
    </Row>
  );
}
