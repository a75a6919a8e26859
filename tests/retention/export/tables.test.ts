import { expect, test } from "vitest";
import type { z } from "zod";
import en from "~/i18n/en/takeAlong";
import es from "~/i18n/es/takeAlong";
import { exported, parts } from "~/retention/export/parts";
import { archiveSchema, records } from "~/retention/export/records";
import { storedTables } from "~/retention/hand-over.server";

test.each(storedTables)("an export says what it takes of $name, or why not", ({ key }) => {
  const line = exported[key as keyof typeof exported];
  expect(line, `${key} needs a line in app/retention/export/parts.ts`).toBeDefined();
  if ("left" in line) expect(line.left.length).toBeGreaterThan(5);
  else expect(parts.map(({ name }) => name)).toContain(line.part);
});

test("no line is left for a table that is gone, and every part comes from a table", () => {
  const known = new Set(storedTables.map(({ key }) => key));
  expect(Object.keys(exported).filter((key) => !known.has(key))).toEqual([]);
  const filled = new Set(Object.values(exported).flatMap((line) => ("part" in line ? [line.part] : [])));
  expect(parts.map(({ name }) => name).filter((name) => !filled.has(name))).toEqual([]);
});

const fieldsOf = (record: z.ZodObject) => Object.keys(record.shape);

test("every part and field has a name in both languages, and no name is left over", () => {
  const fields = new Set(Object.values(records).flatMap(fieldsOf));
  for (const words of [en, es]) {
    expect(Object.keys(words.parts).sort()).toEqual(parts.map(({ name }) => name).sort());
    expect(Object.keys(words.fields).sort()).toEqual([...fields].sort());
  }
});

test("whatever a field can only be has words in both languages", () => {
  const text = JSON.stringify(archiveSchema());
  const values = [...text.matchAll(/"enum":\[([^\]]*)\]/g)].flatMap(([, list]) => JSON.parse(`[${list}]`) as string[]);
  const known = new Set(Object.keys(en.values).map((value) => value.replace(/^label-/, "")));
  expect(values.length).toBeGreaterThan(30);
  expect(values.filter((value) => !known.has(value) && !/-name/.test(value))).toEqual([]);
});

test("no field of an export could hold what opens an account, or a time finer than a day", () => {
  for (const record of Object.values(records))
    for (const field of fieldsOf(record))
      expect(field).not.toMatch(/hash|secret|code$|token|key|digest|hour|minute$|time|branch|standing|accountId/i);
});
