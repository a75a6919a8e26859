/** What a form says without showing it, in order; a name may come twice. */
export function HiddenFields({ of }: { of: readonly (readonly [name: string, value: string])[] }) {
  return of.map(([name, value], at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and the list never changes.
    <input type="hidden" key={`${name} ${at}`} name={name} value={value} />
  ));
}
