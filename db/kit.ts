import * as pg from "./kit.pg";
import * as sqlite from "./kit.sqlite";

export type Dialect = "sqlite" | "pg";

/** One process speaks to one engine; `DATABASE_URL` names it. */
export const dialect: Dialect = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? "") ? "pg" : "sqlite";

/** Types always come from Postgres; tests/db/parity proves that the rows of both kits are equal. */
export const kit: typeof pg = dialect === "pg" ? pg : (sqlite as unknown as typeof pg);
