import CircleAlert from "lucide-react/icons/circle-alert";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon";

/**
 * What a field of a form needs to know of itself. Conform's field metadata (`fields.title` of `useForm`) has this shape;
 * `plainField` makes one for forms without a schema.
 */
export type Field = {
  key?: string | undefined;
  id: string;
  name: string;
  errorId: string;
  descriptionId: string;
  errors?: string[] | undefined;
  initialValue?: unknown;
  required?: boolean | undefined;
};

/** The words around a control. `optional` says so beside the label: what isn't marked is needed. */
export type FieldWords = { label: ReactNode; hint?: ReactNode; optional?: boolean };

/** A field for a plain form, such as a search box: `id` is the name unless given. */
export function plainField(
  name: string,
  { id = name, ...rest }: { id?: string; initialValue?: unknown; errors?: string[]; required?: boolean } = {},
): Field {
  return { id, name, errorId: `${id}-error`, descriptionId: `${id}-description`, ...rest };
}

/** A field with some of its facts changed. Conform's fields answer when asked and can't be spread. */
export const fieldWith = (field: Field, changes: Partial<Field>): Field => ({
  key: field.key,
  id: field.id,
  name: field.name,
  errorId: field.errorId,
  descriptionId: field.descriptionId,
  errors: field.errors,
  initialValue: field.initialValue,
  required: field.required,
  ...changes,
});

/**
 * The attributes that tie a control to its label, hint and errors. `maxlength` is left out on purpose: a browser cuts
 * what is pasted without a word, while the server says what is too long and gives all of it back.
 */
export function controlProps(field: Field, hasHint: boolean) {
  return {
    id: field.id,
    name: field.name,
    required: field.required || undefined,
    "aria-invalid": field.errors?.length ? true : undefined,
    "aria-describedby": describedBy(field, hasHint),
  } as const;
}

/** The ids of a field's hint and errors, in the order in which they are read; `undefined` where there are none. */
export function describedBy(field: Field, hasHint: boolean): string | undefined {
  const ids = [hasHint && field.descriptionId, field.errors?.length && field.errorId].filter(Boolean);
  return ids.join(" ") || undefined;
}

/** The text to start with: a string as it is, a number in digits, anything else as nothing. */
export function initialText(field: Field): string | undefined {
  const value = field.initialValue;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** Label, hint and errors around one control. */
export function FieldShell({
  field,
  label,
  hint,
  optional,
  children,
}: FieldWords & { field: Field; children: ReactNode }) {
  return (
    <div className="field" data-invalid={field.errors?.length ? "" : undefined}>
      <label htmlFor={field.id}>
        {label}
        {optional && <Optional />}
      </label>
      {hint && <FieldHint field={field}>{hint}</FieldHint>}
      {children}
      <FieldErrors field={field} />
    </div>
  );
}

/** The word "optional" beside a label. */
export function Optional() {
  const { t } = useTranslation("ui");
  return <span className="field-optional"> {t("field.optional")}</span>;
}

/** What helps to fill in a field, between its label and its control. */
export function FieldHint({ field, children }: { field: Field; children: ReactNode }) {
  return (
    <p className="field-hint" id={field.descriptionId}>
      {children}
    </p>
  );
}

/** What is wrong with a field and what to do, each in a line; nothing when nothing is. */
export function FieldErrors({ field }: { field: Field }) {
  const { t } = useTranslation("ui");
  if (!field.errors?.length) return null;
  return (
    <div id={field.errorId}>
      {field.errors.map((error) => (
        <p className="field-error" key={error}>
          <Icon of={CircleAlert} />
          <span>
            <span className="visually-hidden">{t("field.error")} </span>
            {error}
          </span>
        </p>
      ))}
    </div>
  );
}
