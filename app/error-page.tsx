import { useTranslation } from "react-i18next";
import { ConfirmForm } from "./accounts/confirm-form";
import type { KeptForm } from "./accounts/kept-form";
import { SignInForm } from "./accounts/sign-in-form";
import { LimitNotice } from "./limits/limit-notice";
import type { Pace } from "./platform/outcome";
import { Actions, LinkButton } from "./ui/button";
import { PageHeader } from "./ui/page-header";

const KNOWN = [400, 401, 403, 404, 405, 409, 413, 414, 422, 429, 500, 503] as const;
type Known = (typeof KNOWN)[number];

/** With 429 the limit that was met; with 401 the form that was sent, and whether only the secret is asked for once more. */
type ThrownAlong = { pace?: Pace; kept?: KeptForm | null; confirm?: boolean };

const thrownAlong = (data: unknown): ThrownAlong => (typeof data === "object" && data !== null ? data : {});

/**
 * The page for whatever went wrong: what it is in plain words, and what to do next. `data` is what was thrown along with
 * the status. `here` is where to come back to after signing in.
 */
export function ErrorPage({ status, data, here }: { status: number; data: unknown; here: string }) {
  const { t } = useTranslation(["shell", "accounts"]);
  const known: Known = KNOWN.find((one) => one === status) ?? (status >= 500 ? 500 : 400);
  const { pace, kept, confirm } = thrownAlong(data);
  if (status === 401 && confirm)
    return (
      <>
        <PageHeader title={t("accounts:confirm.title")} lead={t("accounts:confirm.sentLead")} />
        <ConfirmForm back={here} kept={kept} />
      </>
    );
  if (status === 401 && kept)
    return (
      <>
        <PageHeader title={t("errors.kept.title")} lead={t("errors.kept.next")} />
        <SignInForm back={here} kept={kept} />
      </>
    );
  return (
    <>
      <PageHeader title={t(`errors.e${known}.title`)} lead={t(`errors.e${known}.next`)} />
      {pace && <LimitNotice pace={pace} />}
      <Actions>
        {status === 401 && <LinkButton href={`/sign-in?back=${encodeURIComponent(here)}`}>{t("toSignIn")}</LinkButton>}
        <LinkButton href="/" look={status === 401 ? "quiet" : "primary"}>
          {t("toStart")}
        </LinkButton>
      </Actions>
    </>
  );
}
