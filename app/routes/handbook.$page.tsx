import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageOf } from "~/accounts/reader-language.server";
import { HandbookText } from "~/handbook/handbook-text";
import { isHandbookPage } from "~/handbook/page-shape";
import { readHandbook } from "~/handbook/read-handbook";
import { findViewer } from "~/pseudonyms/door.server";
import { Actions, LinkButton } from "~/ui/button";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export const handle: PageHandle<ReturnType<typeof readHandbook>> = {
  sameForGuests: { query: [] },
  way: ({ title }, t) => [{ label: t("handbook:title"), href: "/handbook" }, { label: title }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  const { page } = args.params;
  if (!isHandbookPage(page)) throw new Response(null, { status: 404 });
  return { ...readHandbook(languageOf(args.request, viewer), page), signedIn: viewer.kind === "member" };
}

export default function OneHandbookPage() {
  const { title, lead, sections, next, signedIn } = useLoaderData<typeof loader>();
  const { t } = useTranslation("handbook");
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <HandbookText sections={sections} signedIn={signedIn} />
      <Actions>
        {next && <LinkButton href={`/handbook/${next.name}`}>{t("next", { title: next.title })}</LinkButton>}
        <LinkButton href="/handbook" look="quiet">
          {t("all")}
        </LinkButton>
      </Actions>
    </>
  );
}
