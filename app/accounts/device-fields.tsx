import { useTranslation } from "react-i18next";
import { RadioGroup } from "../ui/choice-fields";
import type { Field } from "../ui/field";
import { TextField } from "../ui/text-field";

/** Who else uses this device, and what to call it in one's own list of sessions. */
export function DeviceFields({ device, label }: { device: Field; label?: Field }) {
  const { t } = useTranslation("accounts");
  return (
    <>
      <RadioGroup
        field={device}
        label={t("device.title")}
        options={[
          { value: "shared", label: t("device.shared"), hint: t("device.sharedHint") },
          { value: "own", label: t("device.own"), hint: t("device.ownHint") },
        ]}
      />
      {label && (
        <TextField field={label} label={t("device.label")} hint={t("device.labelHint")} optional autoComplete="off" />
      )}
    </>
  );
}
