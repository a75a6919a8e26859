import { type SubmissionResult, useForm } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { Actions, Button } from "~/ui/button";
import { HiddenFields } from "~/ui/hidden-fields";
import { TextField } from "~/ui/text-field";
import { DeviceFields } from "./device-fields";
import type { signInForm } from "./forms";
import { hiddenFields, type KeptForm } from "./kept-form";

/** Signing in, and then back to `back`; or, with `kept`, to what was written when the session had ended. */
export function SignInForm({
  lastResult,
  back,
  kept,
}: {
  lastResult?: SubmissionResult<string[]> | null;
  back: string;
  kept?: KeptForm | null;
}) {
  const { t } = useTranslation("accounts");
  const [form, fields] = useForm<z.input<typeof signInForm>>({ lastResult, defaultValue: { device: "shared" } });
  return (
    <form method="post" action="/sign-in" id={form.id} className="stack" autoComplete="off">
      <input type="hidden" name="back" value={back} />
      {kept && <HiddenFields of={hiddenFields(kept)} />}
      <TextField
        field={fields.name}
        label={t("signIn.name")}
        hint={t("signIn.nameHint")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        field={fields.secret}
        label={t("signIn.secret")}
        hint={t("signIn.secretHint")}
        type="password"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <DeviceFields device={fields.device} label={fields.label} />
      <Actions>
        <Button>{t("signIn.go")}</Button>
      </Actions>
    </form>
  );
}
