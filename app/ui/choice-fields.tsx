import type { ReactNode } from "react";
import {
  controlProps,
  describedBy,
  type Field,
  FieldErrors,
  FieldHint,
  FieldShell,
  type FieldWords,
  initialText,
  Optional,
} from "./field";

/** One thing to choose; the hint says what choosing it means. */
export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

/** A list that unfolds; with `placeholder` nothing is chosen at first. Up to five choices read better as radio buttons. */
export function Select({
  field,
  label,
  hint,
  optional,
  options,
  placeholder,
}: FieldWords & {
  field: Field;
  options: { value: string; label: string; disabled?: boolean }[];
  placeholder?: string;
}) {
  return (
    <FieldShell field={field} label={label} hint={hint} optional={optional}>
      <select
        key={field.key}
        {...controlProps(field, Boolean(hint))}
        defaultValue={initialText(field) ?? (placeholder === undefined ? undefined : "")}
        className="input"
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldShell>
  );
}

/** One choice of a few, all in sight. */
export function RadioGroup(props: GroupProps) {
  return <ChoiceGroup {...props} type="radio" chosen={[initialText(props.field)]} />;
}

/** Any number of a few; the action reads them with `formData.getAll(name)` or as conform's array. */
export function CheckboxGroup(props: GroupProps) {
  const initial = props.field.initialValue;
  return <ChoiceGroup {...props} type="checkbox" chosen={Array.isArray(initial) ? initial : [initial]} />;
}

/** One thing to agree to or switch on: sent as `value`, "on" unless given, or not at all. */
export function Checkbox({
  field,
  label,
  hint,
  optional,
  value = "on",
}: FieldWords & { field: Field; value?: string }) {
  return (
    <div className="field" data-invalid={field.errors?.length ? "" : undefined}>
      <div className="choice">
        <input
          type="checkbox"
          key={field.key}
          {...controlProps(field, Boolean(hint))}
          value={value}
          defaultChecked={field.initialValue === value || field.initialValue === true}
        />
        <label htmlFor={field.id}>
          {label}
          {optional && <Optional />}
        </label>
        {hint && <FieldHint field={field}>{hint}</FieldHint>}
      </div>
      <FieldErrors field={field} />
    </div>
  );
}

type GroupProps = FieldWords & { field: Field; options: Choice[] };

function ChoiceGroup({
  field,
  label,
  hint,
  optional,
  options,
  type,
  chosen,
}: GroupProps & { type: "radio" | "checkbox"; chosen: unknown[] }) {
  const required = type === "radio" ? field.required || undefined : undefined;
  return (
    <fieldset
      className="field"
      id={field.id}
      tabIndex={-1}
      aria-describedby={describedBy(field, Boolean(hint))}
      data-invalid={field.errors?.length ? "" : undefined}
    >
      <legend>
        {label}
        {optional && <Optional />}
      </legend>
      {hint && <FieldHint field={field}>{hint}</FieldHint>}
      <div className="choices">
        {options.map((option) => {
          const id = `${field.id}-${option.value}`;
          return (
            <div className="choice" key={`${field.key}-${option.value}`}>
              <input
                type={type}
                id={id}
                name={field.name}
                value={option.value}
                required={required}
                disabled={option.disabled}
                defaultChecked={chosen.includes(option.value)}
                aria-describedby={option.hint ? `${id}-hint` : undefined}
              />
              <label htmlFor={id}>{option.label}</label>
              {option.hint && (
                <p className="field-hint" id={`${id}-hint`}>
                  {option.hint}
                </p>
              )}
            </div>
          );
        })}
      </div>
      <FieldErrors field={field} />
    </fieldset>
  );
}
