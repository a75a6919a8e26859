import { useTranslation } from "react-i18next";
import { Actions, Button } from "../../ui/button";
import { plainField } from "../../ui/field";
import { Folded } from "../../ui/folded";
import { HiddenFields } from "../../ui/hidden-fields";
import { PageHeader, Section } from "../../ui/page-header";
import { TextField } from "../../ui/text-field";
import { hiddenFields, type KeptForm } from "../kept-form";
import { PasskeyPress } from "./passkey-press";

/** What the second step asks for. `passkey`: what the browser is asked, as JSON; null where the account has none. */
export type ShownStep = { ticket: string; codeApp: boolean; passkey: string | null };

/** The page after the right words, where the account has a second factor: a code, a passkey, or the way out of both. */
export function SecondStep({ step, back, kept }: { step: ShownStep; back: string; kept?: KeptForm | null }) {
  const { t } = useTranslation("factors");
  const travels = kept ? <HiddenFields of={hiddenFields(kept)} /> : null;
  const carried = (
    <>
      <input type="hidden" name="ticket" value={step.ticket} />
      <input type="hidden" name="back" value={back} />
      {travels}
    </>
  );
  return (
    <>
      <PageHeader title={t("step.title")} lead={t("step.lead")} />
      {step.codeApp && (
        <Section title={t("step.code")}>
          <form method="post" action="/sign-in" className="stack" autoComplete="off">
            {carried}
            <CodeField hint={t("step.codeHint")} />
            <Actions>
              <Button>{t("step.goCode")}</Button>
            </Actions>
          </form>
        </Section>
      )}
      {step.passkey && (
        <Section title={t("step.passkey")}>
          <form method="post" action="/sign-in" className="stack">
            {carried}
            <PasskeyPress
              deed="show"
              options={step.passkey}
              answer="signature"
              consequence={t("step.goPasskeyConsequence")}
            >
              {t("step.goPasskey")}
            </PasskeyPress>
          </form>
        </Section>
      )}
      <Section title={t("step.else")}>
        <Folded summary={t("step.without")}>
          <form method="post" action="/recover" className="stack" autoComplete="off">
            {travels}
            <p>{t("step.withoutAbout")}</p>
            <TextField
              field={plainField("code", { id: "recovery", required: true })}
              label={t("step.recovery")}
              hint={t("step.recoveryHint")}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
            />
            <Actions>
              <Button look="quiet" consequence={t("step.goRecoveryConsequence")}>
                {t("step.goRecovery")}
              </Button>
            </Actions>
          </form>
        </Folded>
      </Section>
    </>
  );
}

/** Where the six digits of an app go. */
export function CodeField({ hint, errors }: { hint: string; errors?: string[] }) {
  const { t } = useTranslation("factors");
  return (
    <TextField
      field={plainField("code", { required: true, ...(errors && { errors }) })}
      label={t("step.codeField")}
      hint={hint}
      short
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
    />
  );
}
