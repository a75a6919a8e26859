import { useTranslation } from "react-i18next";
import type { KeptForm } from "./accounts/kept-form";
import { SignInForm } from "./accounts/sign-in-form";
import { LimitNotice } from "./limits/limit-notice";
import type { Pace } from "./platform/outcome";
import { Actions, LinkButton } from "./ui/button";
import { PageHeader } from "./ui/page-header";

const KNOWN = [400, 401, 403, 404, 405, 409, 413, 414, 422, 429, 500, 503] as const;
type Known = (typeof KNOWN)[number];

const paceIn = (data: unknown): Pace | null =>
  typeof data === "object" && data !== null && "pace" in data ? (data.pace as Pace) : null;

const keptOf = (data: unknown): KeptForm | null =>
  typeof data === "object" && data !== null && "kept" in data ? (data.kept as KeptForm | null) : null;

/**
 * The page for whatever went wrong: what it is in plain words, and what to do next. `data` is what was thrown along with
 * the status: for 429 the limit that was met, for 401 the form that was sent. `here` is where to come back to after signing in.
 */
export function ErrorPage({ status, data, here }: { status: number; data: unknown; here: string }) {
  const { t } = useTranslation("shell");
  const known: Known = KNOWN.find((one) => one === status) ?? (status >= 500 ? 500 : 400);
  const pace = paceIn(data);
  const kept = status === 401 ? keptOf(data) : null;
  if (kept)
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
