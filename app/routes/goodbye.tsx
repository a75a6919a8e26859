import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { publicDoor } from "~/pseudonyms/door.server";
import { PageHeader } from "~/ui/page-header";

/** Where leaving for good ends. It says the same to whoever opens it, and asks nobody who they were. */
export function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  return null;
}

export default function Goodbye() {
  const { t } = useTranslation("retention");
  return (
    <>
      <PageHeader title={t("goodbye.title")} lead={t("goodbye.lead")} />
      <p>{t("goodbye.history")}</p>
      <p>
        <a href="/leave">{t("goodbye.elsewhere")}</a>
      </p>
    </>
  );
}
