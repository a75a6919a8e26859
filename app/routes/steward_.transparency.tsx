import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageOf } from "~/accounts/reader-language.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { correctEntry } from "~/retention/transparency/correct-entry.server";
import { DeskForm, type Writing } from "~/retention/transparency/desk-form";
import { Entry } from "~/retention/transparency/entry";
import { EntryPreview, type Preview, previewOf } from "~/retention/transparency/entry-preview";
import { entryForm } from "~/retention/transparency/forms";
import { readEntries } from "~/retention/transparency/transparency-queries.server";
import { writeEntry } from "~/retention/transparency/write-entry.server";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("accounts:steward.title"), href: "/steward" },
    { label: t("transparency:desk.title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const { site, now } = args.context;
  const asked = new URL(args.request.url).searchParams;
  const entries = await readEntries(site.database.read);
  const corrected = entries.find(({ number }) => String(number) === asked.get("correct"));
  if (asked.has("correct") && !corrected) throw new Response(null, { status: 404 });
  const writing: Writing = corrected
    ? { what: "correction", entry: corrected.number!, answerable: corrected.kind !== "nothing-to-report" }
    : { what: asked.has("nothing") ? "nothing" : "request" };
  return {
    written: asked.has("written"),
    writing,
    entries: corrected ? [corrected] : writing.what === "nothing" ? [] : entries,
    today: now.toISOString().slice(0, 10),
    language: languageOf(args.request, viewer),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const { site, now } = args.context;
  const form = await args.request.formData();
  const submission = parseWithZod(form, { schema: entryForm });
  if (submission.status !== "success") return sendBack(submission);
  const input = submission.value;
  if (input.what !== "correction" && input.day > now) {
    const ahead = () => submission.reply({ fieldErrors: { day: ["ahead"] } });
    return sendBack({ reply: ahead });
  }
  if (form.get("deed") === "publish") {
    const answer = await (input.what === "correction"
      ? correctEntry(site, viewer, input, now)
      : writeEntry(site, viewer, input, now));
    return answer.ok ? redirect("/steward/transparency?written", 303) : refuse(answer, submission);
  }
  const preview = form.get("deed") === "look" ? previewOf(input) : null;
  return data({ lastResult: submission.reply(), refusal: null, preview });
}

export default function StewardsTransparency() {
  const { written, writing, entries, today, language } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("transparency");
  const preview = sent && "preview" in sent ? (sent.preview as Preview | null) : null;
  const typed = Object.entries(sent?.lastResult?.initialValue ?? {}).flatMap(([name, value]) =>
    typeof value === "string" && name !== "deed" ? [[name, value] as [string, string]] : [],
  );
  const title = { request: "desk.title", nothing: "desk.nothing", correction: "desk.correctTitle" } as const;
  const lead = { request: "desk.lead", nothing: "meaning.nothing", correction: "desk.correctLead" } as const;
  return (
    <>
      <PageHeader title={t(title[writing.what])} lead={t(lead[writing.what])}>
        <a href="/transparency">{t("desk.see")}</a>
      </PageHeader>
      <RefusalNotice refusal={sent?.refusal} />
      {written && !sent && (
        <Notice tone="success" announce>
          {t("desk.written")}
        </Notice>
      )}
      {preview ? (
        <EntryPreview preview={preview} typed={typed} />
      ) : (
        <>
          <Notice tone="care">
            {writing.what === "nothing" && <p>{t("meaning.noProof")}</p>}
            <p>{t("desk.counsel")}</p>
          </Notice>
          {writing.what === "correction" && entries.map((entry) => <Entry key={entry.number} entry={entry} />)}
          {writing.what === "request" && (
            <Rows>
              <Row href="/steward/transparency?nothing" title={t("desk.nothing")} about={t("desk.nothingAbout")} />
            </Rows>
          )}
          <Section title={t(writing.what === "request" ? "desk.request" : title[writing.what])}>
            <DeskForm writing={writing} today={today} language={language} sent={sent?.lastResult} />
          </Section>
        </>
      )}
      {writing.what === "request" && entries.length > 0 && !preview && (
        <Section title={t("desk.all")}>
          {entries.map((entry) => (
            <Entry key={entry.number} entry={entry} correct={`/steward/transparency?correct=${entry.number}`} />
          ))}
        </Section>
      )}
    </>
  );
}
