import type { LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useNoteWords } from "~/discussion/note-words";
import { searchPosts } from "~/discussion/search/search-posts.server";
import { LONGEST_QUESTION } from "~/discussion/search/search-words";
import { RefusalNotice } from "~/limits/refusal-notice";
import type { Refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { findViewer } from "~/pseudonyms/door.server";
import { listSpaces } from "~/spaces/space-queries.server";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Day } from "~/ui/day";
import { EmptyState } from "~/ui/empty-state";
import { plainField } from "~/ui/field";
import { Leaf } from "~/ui/leaf";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";
import { TextField } from "~/ui/text-field";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  const { site, now, network } = args.context;
  const params = new URL(args.request.url).searchParams;
  const words = (params.get("words") ?? "").slice(0, LONGEST_QUESTION);
  const space = (params.get("space") ?? "").slice(0, 100);
  const spaces = (await listSpaces(site.database.read, viewer)).map(({ slug, name }) => ({ slug, name }));
  const answer = words ? await searchPosts(site, viewer, { words, space, network }, now) : null;
  const refusal: Refused | null = answer && !answer.ok ? answer : null;
  const page = { words, space, spaces, answer: answer?.ok ? answer : null, refusal };
  return data(page, refusal ? initOf(refusal) : undefined);
}

export default function Search() {
  const { words, space, spaces, answer, refusal } = useLoaderData<typeof loader>();
  const noteWords = useNoteWords();
  const { t } = useTranslation("discussion");
  return (
    <>
      <PageHeader title={t("search.title")} />
      <RefusalNotice refusal={refusal} />
      <search>
        <form method="get" action="/search" className="stack">
          <TextField
            field={plainField("words", { initialValue: words })}
            label={t("search.words")}
            hint={t("search.wordsHint")}
            type="search"
            autoComplete="off"
          />
          {spaces.length > 1 && (
            <Select
              field={plainField("space", { initialValue: space })}
              label={t("search.space")}
              options={[
                { value: "", label: t("search.everywhere") },
                ...spaces.map(({ slug, name }) => ({ value: slug, label: name })),
              ]}
            />
          )}
          <div>
            <Button>{t("search.go")}</Button>
          </div>
        </form>
      </search>
      {answer && answer.found.length === 0 && (
        <EmptyState title={t("search.none", { words })}>{t("search.noneHint")}</EmptyState>
      )}
      {answer && answer.found.length > 0 && (
        <section className="section" aria-label={t("search.results")}>
          <p className="soft">{answer.many ? t("search.many") : t("search.found", { count: answer.found.length })}</p>
          <Rows>
            {answer.found.map((found) => (
              <Row
                key={found.href}
                href={found.href}
                title={found.title || t("topic.untitled")}
                lead={<Leaf seed={found.author.leaf} />}
                about={found.excerpt || t("search.noted", { notes: found.contentNotes.map(noteWords).join(", ") })}
                meta={
                  <>
                    <span>{found.author.name}</span>
                    <span>{t("search.in", { space: found.space })}</span>
                    <Day date={found.written} />
                  </>
                }
              />
            ))}
          </Rows>
        </section>
      )}
    </>
  );
}
