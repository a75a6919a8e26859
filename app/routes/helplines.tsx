import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readSettings } from "~/agreements/settings-queries.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { HelplineList } from "~/safety/helplines/helpline-list";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export const handle: PageHandle = { sameForGuests: { query: [] } };

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const { helplines } = await readSettings(args.context.site.database.read);
  return { helplines };
}

export default function Helplines() {
  const { helplines } = useLoaderData<typeof loader>();
  const { t } = useTranslation("safety");
  return (
    <>
      <PageHeader title={t("helplines.title")} lead={t("helplines.lead")} />
      <Notice tone="care">
        <p>{t("helplines.care")}</p>
      </Notice>
      {helplines.length > 0 ? (
        <HelplineList lines={helplines} />
      ) : (
        <EmptyState title={t("helplines.empty")}>{t("helplines.emptyMore")}</EmptyState>
      )}
      <p className="soft">{t("helplines.wrong")}</p>
    </>
  );
}
