/** A number beside a word: nothing when there is none, "99+" beyond 99. `words` says what is counted. */
export function Count({ of, words }: { of: number | undefined; words?: string }) {
  if (!of) return null;
  return (
    <>
      {" "}
      <span className="count">
        {of > 99 ? "99+" : of}
        {words && <span className="visually-hidden"> {words}</span>}
      </span>
    </>
  );
}
