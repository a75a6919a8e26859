import type { InputHTMLAttributes } from "react";
import { controlProps, type Field, FieldShell, type FieldWords } from "./field";

/** A file to choose. Its form needs `encType="multipart/form-data"`, and its words stand before it. */
export function FileField({
  field,
  label,
  hint,
  optional,
  accept,
}: FieldWords & { field: Field } & Pick<InputHTMLAttributes<HTMLInputElement>, "accept">) {
  return (
    <FieldShell field={field} label={label} hint={hint} optional={optional}>
      <input type="file" accept={accept} {...controlProps(field, Boolean(hint))} className="input" />
    </FieldShell>
  );
}
