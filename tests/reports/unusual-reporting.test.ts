import { expect, test } from "vitest";
import { isUnusual, type Reporting } from "~/reports/unusual-reporting";

const of = (week: number, usual: number, decided = 0, noBreach = 0): Reporting => ({ week, usual, decided, noBreach });

test.each<[string, Reporting, boolean, boolean]>([
  ["nothing", of(0, 0), false, false],
  ["one report in a bad week", of(1, 0), false, false],
  ["seven in somebody's worst week", of(7, 0), false, false],
  ["eight after none", of(8, 0), true, false],
  ["fourteen, of which nine found no breach", of(14, 1, 11, 9), true, false],
  ["ten by somebody who reports ten each week", of(10, 10, 40, 8), false, false],
  ["five of six found no breach", of(1, 1, 6, 5), true, false],
  ["five of twenty found no breach", of(1, 1, 20, 5), false, false],
  ["a group that sent forty after two a week", of(40, 2), true, true],
])("%s", (_, reporting, one, group) => {
  expect([isUnusual(reporting, "one"), isUnusual(reporting, "group")]).toEqual([one, group]);
});
