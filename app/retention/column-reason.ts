type Words = { common: Record<string, string>; tables: Record<string, Record<string, string> | undefined> };

/** Why a column exists: its table's own words, else those of every column of that name; undefined fails a test. */
export const columnReason = (words: Words, table: string, column: string): string | undefined =>
  words.tables[table]?.[column] ?? words.common[column];
