import { RadioGroup } from "../ui/choice-fields";
import { plainField } from "../ui/field";
import { Voice } from "../ui/voice";

type Props = {
  names: { slot: number; name: string; leaf: number }[];
  label: string;
  hint?: string;
  /** The slot that stands chosen at first. */
  chosen?: number | null;
};

/** Which of one's own names a form is about, as `slot`: shown where there is one, asked where there are several. */
export function WhichName({ names, label, hint, chosen = null }: Props) {
  const only = names.length === 1 ? names[0] : undefined;
  if (only)
    return (
      <div>
        <Voice name={only.name} seed={only.leaf} large />
        <input type="hidden" name="slot" value={only.slot} />
      </div>
    );
  return (
    <RadioGroup
      field={plainField("slot", { initialValue: chosen === null ? undefined : String(chosen), required: true })}
      label={label}
      hint={hint}
      options={names.map(({ slot, name, leaf }) => ({
        value: String(slot),
        label: <Voice name={name} seed={leaf} />,
      }))}
    />
  );
}
