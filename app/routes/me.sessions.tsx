import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { endSessions } from "~/accounts/end-sessions.server";
import { endSessionsForm, labelSessionForm } from "~/accounts/forms";
import { labelSession } from "~/accounts/label-session.server";
import { noProofCookie } from "~/accounts/proof.server";
import { blankCookie, sessionsOf } from "~/accounts/sessions.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refused } from "~/platform/outcome";
import { refuse } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { Actions, Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { Day } from "~/ui/day";
import { plainField } from "~/ui/field";
import { Folded } from "~/ui/folded";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";
import { TextField } from "~/ui/text-field";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("accounts:security.title"), href: "/me/security" },
    { label: t("accounts:sessions.title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const all = await sessionsOf(site.database.read, viewer.accountId, now);
  const { searchParams } = new URL(args.request.url);
  const done = (["ended", "labelled"] as const).find((one) => searchParams.has(one));
  return { done, sessions: all.map((session) => ({ ...session, current: session.id === viewer.sessionId })) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const sent = Object.fromEntries(await args.request.formData());
  if (sent.deed === "label") {
    const named = labelSessionForm.safeParse(sent);
    const answer = named.success ? await labelSession(site, viewer, named.data, now) : refused("too-long");
    return answer.ok ? redirect("/me/sessions?labelled", 303) : refuse(answer);
  }
  const form = endSessionsForm.safeParse(sent);
  if (!form.success) return refuse(refused("invalid"));
  const { which } = form.data;
  const answer = await endSessions(site, viewer, which, now);
  if (!answer.ok) return refuse(answer);
  if (which === "all" || which === viewer.sessionId)
    return redirect("/sign-in", { status: 303, headers: goneCookies(site, now) });
  return redirect("/me/sessions?ended", 303);
}

const goneCookies = (...at: Parameters<typeof blankCookie>) =>
  new Headers([
    ["Set-Cookie", blankCookie(...at)],
    ["Set-Cookie", noProofCookie()],
  ]);

export default function Sessions() {
  const { sessions, done } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("accounts");
  return (
    <>
      <PageHeader title={t("sessions.title")} lead={t("sessions.lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      {done && (
        <Notice tone="success" announce>
          {t(`sessions.${done}`)}
        </Notice>
      )}
      <Rows label={t("sessions.title")}>
        {sessions.map(({ id, label, ownDevice, started, current }) => (
          <Row
            key={id}
            title={label ?? t("sessions.unlabelled")}
            meta={
              <>
                {ownDevice ? t("sessions.own") : t("sessions.shared")} · {t("sessions.since")} <Day date={started} />
              </>
            }
            aside={
              current ? (
                <Chip tone="moss">{t("sessions.this")}</Chip>
              ) : (
                <form method="post">
                  <input type="hidden" name="which" value={id} />
                  <Button look="quiet" small>
                    {t("sessions.end")}
                  </Button>
                </form>
              )
            }
          >
            <Folded summary={t("sessions.rename")}>
              <form method="post" className="stack" autoComplete="off">
                <input type="hidden" name="which" value={id} />
                <TextField
                  field={plainField("label", { id: `label-${id.slice(0, 8)}`, initialValue: label ?? "" })}
                  label={t("device.label")}
                  hint={t("device.labelHint")}
                />
                <Button look="quiet" small name="deed" value="label">
                  {t("sessions.keepLabel")}
                </Button>
              </form>
            </Folded>
          </Row>
        ))}
      </Rows>
      <form method="post" className="section">
        <Actions>
          {sessions.length > 1 && (
            <Button look="quiet" name="which" value="others">
              {t("sessions.endOthers")}
            </Button>
          )}
          <Button look="quiet" name="which" value="all" consequence={t("sessions.endAllConsequence")}>
            {t("sessions.endAll")}
          </Button>
        </Actions>
      </form>
    </>
  );
}
