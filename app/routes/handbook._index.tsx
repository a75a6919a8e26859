import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageOf } from "~/accounts/reader-language.server";
import { contentsOf } from "~/handbook/read-handbook";
import { findViewer } from "~/pseudonyms/door.server";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = { sameForGuests: { query: [] } };

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  return { contents: contentsOf(languageOf(args.request, viewer)) };
}

export default function HandbookContents() {
  const { contents } = useLoaderData<typeof loader>();
  const { t } = useTranslation("handbook");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Rows label={t("title")}>
        {contents.map(({ name, title, lead }) => (
          <Row key={name} href={`/handbook/${name}`} title={title} about={lead} />
        ))}
      </Rows>
    </>
  );
}
