/**
 * Lets `atOnce` pieces of work go on at once. The next ones wait in a line; where `waiting` stand in it already, the answer
 * is null at once: better to say so than to let somebody wait for long.
 */
export function createTurns({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  let running = 0;
  const queue: (() => void)[] = [];
  return async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
    if (running >= atOnce) {
      if (queue.length >= waiting) return null;
      await new Promise<void>((go) => queue.push(go));
    } else running++;
    try {
      return await work();
    } finally {
      // The place passes straight to whoever waits longest.
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };
}
