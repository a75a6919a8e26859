import pino from "pino";

type Facts = Record<string, string | number | boolean>;

const out = pino({ base: null, timestamp: false, level: process.env.NODE_ENV === "test" ? "silent" : "info" });

/** What an error may say of itself in a log: its kind and where in our code, never its message's values. */
function kindOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? "").split("\n").slice(1, 5);
  const at = frames
    .map((line) =>
      line
        .trim()
        .replace(/^at /, "")
        .replace(/\(?(?:file:\/\/)?\/.*\/((?:app|db|build)\/)/, "($1"),
    )
    .join(" < ");
  const code = (error as { code?: unknown }).code ?? (error.cause as { code?: unknown } | undefined)?.code;
  return { error: error.name, at, ...(typeof code === "string" ? { code } : {}) };
}

/** The only way to write a log line. Facts are our own words and counts: never an address, agent, id, path or text of a member. No times. */
export const log = {
  info: (event: string, facts: Facts = {}) => out.info(facts, event),
  warn: (event: string, facts: Facts = {}) => out.warn(facts, event),
  error: (event: string, error: unknown, facts: Facts = {}) => out.error({ ...facts, ...kindOf(error) }, event),
};
