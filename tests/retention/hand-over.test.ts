import { expect, test } from "vitest";
import en from "~/i18n/en/handover";
import enRetention from "~/i18n/en/retention";
import es from "~/i18n/es/handover";
import esRetention from "~/i18n/es/retention";
import { columnReason } from "~/retention/column-reason";
import { storedTables } from "~/retention/hand-over.server";
import { periods } from "~/retention/periods";

test.each(storedTables)("every column of $name says in both languages why it exists", ({ key, columns }) => {
  for (const column of columns) {
    for (const words of [en, es]) expect(columnReason(words, key, column.key), `${key}.${column.key}`).toBeTruthy();
  }
});

test("no words are left for columns that are gone", () => {
  const known = new Map(storedTables.map((table) => [table.key, new Set(table.columns.map((column) => column.key))]));
  for (const [table, columns] of Object.entries(en.tables)) {
    for (const column of Object.keys(columns)) expect(known.get(table)?.has(column), `${table}.${column}`).toBe(true);
  }
});

test("every table has a period, a name, and words for the period", () => {
  for (const { key } of storedTables) {
    const period = periods[key as keyof typeof periods];
    expect(period, key).toBeDefined();
    for (const words of [enRetention, esRetention]) {
      expect(words.names[key as keyof typeof words.names], key).toBeTruthy();
      const said = period.keep === "until" ? words.until[period.of] : words.sweep[key as keyof typeof words.sweep];
      expect(said, key).toBeTruthy();
    }
  }
});

test("no column can hold an address, a browser, a name or a fine time", () => {
  const telling =
    /(^|_)(ip|ip_address|address|agent|user_agent|referr?er|email|phone|real_name|created_at|updated_at|timestamp|seconds_at)(_|$)/;
  for (const { name, columns } of storedTables) {
    for (const column of columns) expect(column.name, name).not.toMatch(telling);
  }
});
