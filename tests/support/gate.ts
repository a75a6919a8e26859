/** A promise that the test itself settles, so that the order of things is decided and never waited for. */
export function gate() {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
