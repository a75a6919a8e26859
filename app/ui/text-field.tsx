import type { InputHTMLAttributes, TextareaHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { controlProps, type Field, FieldShell, type FieldWords, initialText } from "./field";

type Owned = "id" | "name" | "defaultValue" | "value" | "maxLength" | "className" | "children";
type InputAttributes = Omit<InputHTMLAttributes<HTMLInputElement>, Owned>;
type TextareaAttributes = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Owned>;

/** One line of text; `type` may be any textual input's, `short` suits codes and dates. A password is never given back. */
export function TextField({
  field,
  label,
  hint,
  optional,
  short,
  ...rest
}: FieldWords & { field: Field; short?: boolean } & InputAttributes) {
  return (
    <FieldShell field={field} label={label} hint={hint} optional={optional}>
      <input
        type="text"
        key={field.key}
        {...rest}
        {...controlProps(field, Boolean(hint))}
        defaultValue={rest.type === "password" ? undefined : initialText(field)}
        className={classNames("input", short && "input-short")}
      />
    </FieldShell>
  );
}

/** Several lines of text. */
export function TextArea({
  field,
  label,
  hint,
  optional,
  ...rest
}: FieldWords & { field: Field } & TextareaAttributes) {
  return (
    <FieldShell field={field} label={label} hint={hint} optional={optional}>
      <textarea
        rows={6}
        key={field.key}
        {...rest}
        {...controlProps(field, Boolean(hint))}
        defaultValue={initialText(field)}
        className="input"
      />
    </FieldShell>
  );
}
