import { useTranslation } from "react-i18next";
import { Actions, Button } from "../ui/button";
import { plainField } from "../ui/field";
import { HiddenFields } from "../ui/hidden-fields";
import { PageHeader, Section } from "../ui/page-header";
import { TextField } from "../ui/text-field";

/** `code` in groups of four. `wrong`: the digits that were asked back weren't its last. */
export type ShownCode = { code: string; sealed: string; wrong: boolean };

/** The page that shows a new recovery code, once, and asks for its last digits before it counts. */
export function SaveCode({ shown: { code, sealed, wrong } }: { shown: ShownCode }) {
  const { t } = useTranslation("accounts");
  return (
    <>
      <PageHeader title={t("recoveryCode.save")} lead={t("recoveryCode.saveLead")} />
      <p className="recovery-code">{code}</p>
      <Section title={t("recoveryCode.howTitle")}>
        <ul className="steps">
          <li>{t("save.onPaper")}</li>
          <li>{t("save.elsewhere")}</li>
          <li>{t("recoveryCode.apart")}</li>
        </ul>
      </Section>
      <form method="post" className="stack section" autoComplete="off">
        <HiddenFields of={[["sealed", sealed]]} />
        <TextField
          field={plainField("digits", { required: true, errors: wrong ? [t("recoveryCode.wrong")] : [] })}
          label={t("recoveryCode.confirm")}
          hint={t("recoveryCode.confirmHint")}
          short
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Actions>
          <Button name="step" value="save" consequence={t("recoveryCode.goConsequence")}>
            {t("recoveryCode.go")}
          </Button>
        </Actions>
      </form>
    </>
  );
}
