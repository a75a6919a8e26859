import { AsyncLocalStorage } from "node:async_hooks";
import { getTableName, sql, type Table } from "drizzle-orm";
import type { Tx, Written } from "./types";

type Scope = { open: boolean; points: number; tables: Set<string> };
type Effect = () => unknown;
type Begin<T> = (body: (engine: unknown) => Promise<T>) => Promise<T>;
type Engine = Tx & { execute?(text: unknown): Promise<unknown>; run?(text: unknown): Promise<unknown> };

const current = new AsyncLocalStorage<Scope>();

const WRITES = new Set<string | symbol>(["insert", "update", "delete"]);

/** A handle that dies with its transaction: a leaked `tx` throws instead of writing into somebody else's. */
function handle(engine: Engine, scope: Scope, effects: Effect[]): Tx {
  const live = () => {
    if (!scope.open) throw new Error("this transaction is over");
    return engine;
  };
  const savepoint = async (work: (tx: Tx) => Promise<unknown>) => {
    const mark = effects.length;
    const name = `point_${++scope.points}`;
    const run = (text: string) => {
      const e = live();
      return e.execute ? e.execute(sql.raw(text)) : e.run!(sql.raw(text));
    };
    await run(`savepoint ${name}`);
    try {
      const result = await work(handle(engine, scope, effects));
      await run(`release savepoint ${name}`);
      return result;
    } catch (error) {
      effects.length = mark;
      if (scope.open) await run(`rollback to savepoint ${name}`);
      throw error;
    }
  };
  const own = { savepoint, afterCommit: (effect: Effect) => (live(), void effects.push(effect)) };
  return new Proxy(own as Tx, {
    get(target, name) {
      if (name in own) return target[name as keyof Tx];
      const value = live()[name as keyof Tx] as unknown;
      if (typeof value !== "function") return value;
      if (!WRITES.has(name)) return value.bind(engine);
      return (table: Table) => {
        scope.tables.add(getTableName(table));
        return value.call(engine, table);
      };
    },
  });
}

/** Who wants to hear which tables a commit wrote. Listeners must not throw. */
export function writtenHub(): { tell: Written; onWritten(listener: Written): () => void } {
  const listeners = new Set<Written>();
  return {
    tell: (tables) => {
      for (const listener of listeners) listener(tables);
    },
    onWritten(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * Runs `work` inside an engine's transaction and its effects after the commit. `written` hears which tables changed
 * twice: at once, and when the effects are done, since some of them forget what is kept in memory.
 * Throws when called inside another transaction, and when `work` takes longer than `timeoutMs`.
 */
export async function inScope<T>(
  begin: Begin<T>,
  work: (tx: Tx) => Promise<T>,
  written: Written,
  timeoutMs = 5_000,
): Promise<T> {
  if (current.getStore()?.open)
    throw new Error("a transaction inside a transaction: pass tx along, or use tx.savepoint()");
  const effects: Effect[] = [];
  const tables = new Set<string>();
  const result = await begin((engine) => {
    const scope: Scope = { open: true, points: 0, tables };
    effects.length = 0;
    tables.clear();
    let timer: NodeJS.Timeout;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`a transaction took longer than ${timeoutMs} ms`)), timeoutMs);
    });
    const done = current.run(scope, () => Promise.race([work(handle(engine as Engine, scope, effects)), late]));
    return done.finally(() => {
      scope.open = false;
      clearTimeout(timer);
    });
  });
  if (tables.size > 0) written(tables);
  if (effects.length === 0) return result;
  try {
    for (const effect of effects) await effect();
  } finally {
    if (tables.size > 0) written(tables);
  }
  return result;
}

/** One job at a time in this process, in order of arrival. */
export function turns() {
  let tail: Promise<unknown> = Promise.resolve();
  return <T>(job: () => Promise<T>): Promise<T> => {
    const mine = tail.then(job);
    tail = mine.catch(() => {});
    return mine;
  };
}
