import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { publicDoor } from "~/pseudonyms/door.server";
import { columnReason } from "~/retention/column-reason";
import { storedTables } from "~/retention/hand-over.server";
import { Folded } from "~/ui/folded";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  return { tables: storedTables };
}

export const handle: PageHandle = { sameForGuests: { query: [] } };

export default function WhatWeCouldHandOver() {
  const { tables } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("handover");
  const { t: names } = useTranslation("retention");
  const words = i18n.getResourceBundle(i18n.language, "handover");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Notice>{t("never")}</Notice>
      <p>
        <a href="/transparency">{t("transparency")}</a>
      </p>
      <div className="section">
        {tables.map((table) => (
          <Folded key={table.key} summary={names(`names.${table.key}` as "names.accounts")} hint={table.name}>
            <dl>
              {table.columns.map((column) => (
                <div key={column.key}>
                  <dt>
                    <code>{column.name}</code>
                  </dt>
                  <dd>{columnReason(words, table.key, column.key)}</dd>
                </div>
              ))}
            </dl>
          </Folded>
        ))}
      </div>
    </>
  );
}
