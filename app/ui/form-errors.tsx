import { useTranslation } from "react-i18next";
import type { Field } from "./field";

/**
 * What is wrong with a form as a whole and, linked, with its fields; nothing when nothing is. `errors` is conform's
 * `form.errors`; `fields` lists each field beside its label. After a failed post the reader lands here.
 */
export function FormErrors({
  errors = [],
  fields = [],
}: {
  errors?: string[] | undefined;
  fields?: { field: Field; label: string }[];
}) {
  const { t } = useTranslation("ui");
  const faulty = fields.filter(({ field }) => field.errors?.length);
  if (errors.length === 0 && faulty.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: without scripts this is the only way to bring a reader to what went wrong.
    <div className="errors stack stack-tight" role="alert" tabIndex={-1} autoFocus>
      <h2>{t("errors.title")}</h2>
      <ul className="errors-list">
        {errors.map((error) => (
          <li key={error}>{error}</li>
        ))}
        {faulty.map(({ field, label }) => (
          <li key={field.name}>
            <a href={`#${field.id}`}>{label}</a>: {field.errors?.join(" ")}
          </li>
        ))}
      </ul>
      <p className="small">{t("errors.kept")}</p>
    </div>
  );
}
