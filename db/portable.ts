import { type Column, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";

/** `(a, b) < (x, y)`: one row-value comparison that both engines answer from the index. */
export function before(columns: Column[], values: unknown[]): SQL {
  const left = sql.join(
    columns.map((column) => sql`${column}`),
    sql`, `,
  );
  const right = sql.join(
    values.map((value, i) => sql`${sql.param(value, columns[i]!)}`),
    sql`, `,
  );
  return sql`(${left}) < (${right})`;
}

/** The proposed row's value inside `onConflictDoUpdate`. */
export const proposed = (column: Column) => sql`excluded.${sql.identifier(toSnakeCase(column.name))}`;

/** Whether a database error says that a row of this key is there already. */
export function isUniqueViolation(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return ["23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"].includes(cause?.code ?? code ?? "");
}
