import { expect, test } from "vitest";
import { isSameForGuests } from "~/ui/page-handle";

const at = (query: string) => new URL(`http://localhost/t/1${query}`);
const topic = { sameForGuests: { query: ["page"] } };

test.each([
  ["", true],
  ["?page=2", true],
  ["?page=2&page=3", false],
  ["?page=2&more=1", false],
  ["?anything", false],
])("with %s in its address", (query, same) => {
  expect(isSameForGuests([undefined, topic], at(query))).toBe(same);
});

test("only the page's own route may say so, and no page with React in the browser is", () => {
  expect(isSameForGuests([topic, {}], at(""))).toBe(false);
  expect(isSameForGuests([undefined, undefined], at(""))).toBe(false);
  expect(isSameForGuests([{ hydrate: true }, topic], at(""))).toBe(false);
});
