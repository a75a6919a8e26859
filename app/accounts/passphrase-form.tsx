import { useTranslation } from "react-i18next";
import { Actions, Button } from "../ui/button";
import { plainField } from "../ui/field";
import { TextField } from "../ui/text-field";
import { type Flaw, LONGEST, SHORTEST } from "./passphrase-flaws";

/** A passphrase in place of the five words, typed twice: a slip in it would lock its owner out. */
export function PassphraseForm({ flaw }: { flaw: Flaw | null }) {
  const { t } = useTranslation("accounts");
  const errors = flaw ? [t(`passphrase.flaws.${flaw}`, { shortest: SHORTEST, longest: LONGEST })] : [];
  const typed = { type: "password", autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;
  return (
    <form method="post" className="stack" autoComplete="off">
      <p>{t("passphrase.about", { shortest: SHORTEST })}</p>
      <TextField
        field={plainField("passphrase", { required: true, errors: flaw === "different" ? [] : errors })}
        label={t("passphrase.label")}
        hint={t("passphrase.hint", { shortest: SHORTEST })}
        {...typed}
      />
      <TextField
        field={plainField("passphraseAgain", { required: true, errors: flaw === "different" ? errors : [] })}
        label={t("passphrase.again")}
        {...typed}
      />
      <Actions>
        <Button name="step" value="passphrase" consequence={t("passphrase.goConsequence")}>
          {t("passphrase.go")}
        </Button>
      </Actions>
    </form>
  );
}
