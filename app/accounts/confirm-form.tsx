import { useTranslation } from "react-i18next";
import { Actions, Button } from "~/ui/button";
import { plainField } from "~/ui/field";
import { HiddenFields } from "~/ui/hidden-fields";
import { TextField } from "~/ui/text-field";
import { hiddenFields, type KeptForm } from "./kept-form";

/** Asks a member for their secret once more, and then leads to `back`; or, with `kept`, to what they had sent. */
export function ConfirmForm({ back, kept }: { back: string; kept?: KeptForm | null }) {
  const { t } = useTranslation("accounts");
  return (
    <form method="post" action="/me/confirm" className="stack" autoComplete="off">
      <input type="hidden" name="back" value={back} />
      {kept && <HiddenFields of={hiddenFields(kept)} />}
      <TextField
        field={plainField("secret", { required: true })}
        label={t("confirm.secret")}
        hint={t("confirm.secretHint")}
        type="password"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Actions>
        <Button consequence={t("confirm.goConsequence")}>{t("confirm.go")}</Button>
      </Actions>
    </form>
  );
}
