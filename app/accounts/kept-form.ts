/** A form that was sent after its session had ended: where it went, and what it held, in order. */
export type KeptForm = { to: string; fields: [name: string, value: string][] };

const PREFIX = "kept:";
const ADDRESS = "keptFor";

/** What may not be shown again on a page, whatever it was sent for. */
const SECRET = /secret|codename|passphrase|recovery|^(sealed|word|digits|code)$/i;

/** What a form held, but secrets and files; null if nothing is left. `to` is a path on this site. */
export function keepForm(to: string, form: FormData): KeptForm | null {
  const fields = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !SECRET.test(entry[0]),
  );
  return fields.length > 0 ? { to, fields } : null;
}

/** The hidden fields in which a kept form travels through signing in. Nothing of it is stored. */
export const hiddenFields = ({ to, fields }: KeptForm): [name: string, value: string][] => [
  [ADDRESS, to],
  ...fields.map(([name, value]): [string, string] => [PREFIX + name, value]),
];

/** The kept form among a sign-in's fields, or null. `ownPath` refuses an address on another site. */
export function keptIn(form: FormData, ownPath: (path: string, otherwise: string) => string): KeptForm | null {
  const address = form.get(ADDRESS);
  const to = typeof address === "string" ? ownPath(address, "") : "";
  if (!to) return null;
  const kept = new FormData();
  for (const [name, value] of form) if (name.startsWith(PREFIX)) kept.append(name.slice(PREFIX.length), value);
  return keepForm(to, kept);
}

/** The fields without those that only carried a kept form. */
export function withoutKept(form: FormData): FormData {
  const rest = new FormData();
  for (const [name, value] of form) if (name !== ADDRESS && !name.startsWith(PREFIX)) rest.append(name, value);
  return rest;
}

/** Whether a person wrote this, so that it's shown for reading again; the rest of a form travels hidden. */
export const isWriting = (value: string): boolean => value.length > 60 || value.includes("\n") || /\s\S+\s/.test(value);

/** Whether anything in a kept form was written by a person; a press of a button alone is none. */
export const hasWriting = (kept: KeptForm): boolean => kept.fields.some(([, value]) => isWriting(value));
