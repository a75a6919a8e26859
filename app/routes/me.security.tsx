import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { accountOf } from "~/accounts/replace-secret.server";
import { requireMember } from "~/pseudonyms/door.server";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [{ label: t("accounts:me.title"), href: "/me" }, { label: t("accounts:security.title") }],
};

const DONE = ["secret", "code"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const asked = new URL(args.request.url).searchParams.get("done");
  const account = await accountOf(args.context.site.database.read, viewer);
  return { kind: account?.secretKind ?? "codename", done: DONE.find((one) => one === asked) };
}

export default function Security() {
  const { kind, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["accounts", "factors"]);
  return (
    <>
      <PageHeader title={t("security.title")} lead={t("security.lead")} />
      {done && (
        <Notice tone="success" announce>
          {t(`security.done.${done}`)}
        </Notice>
      )}
      <Rows label={t("security.title")}>
        <Row href="/me/secret" title={t("secret.title")} about={t(`secret.now.${kind}`)} />
        <Row href="/me/recovery-code" title={t("recoveryCode.title")} about={t("recoveryCode.about")} />
        <Row href="/me/factors" title={t("factors:me")} about={t("factors:meAbout")} />
        <Row href="/me/sessions" title={t("sessions.title")} about={t("me.sessionsAbout")} />
      </Rows>
    </>
  );
}
