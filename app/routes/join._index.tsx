import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readSettings } from "~/agreements/settings-queries.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { Actions, LinkButton } from "~/ui/button";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export const handle: PageHandle = { place: "join" };

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const { joining } = await readSettings(args.context.site.database.read);
  return { policy: joining };
}

export default function Joining() {
  const { policy } = useLoaderData<typeof loader>();
  const { t } = useTranslation("joining");
  return (
    <>
      <PageHeader title={t("policy.title")} lead={t(`policy.${policy}`)} />
      {policy !== "closed" && <p>{t("policy.inviteMore")}</p>}
      <Actions>
        <LinkButton href="/">{t("policy.read")}</LinkButton>
        <LinkButton href="/sign-in" look="quiet">
          {t("policy.haveAccount")}
        </LinkButton>
      </Actions>
    </>
  );
}
