import { expect, test } from "vitest";
import { clauseOf } from "~/agreements/agreements-queries.server";
import { conducts, gravest, severityOf } from "~/agreements/conducts";
import { firstAgreements } from "~/agreements/first-agreements";

const first = { version: 1, inForce: null, clauses: firstAgreements };

test("every conduct that can be reported belongs to exactly one clause of the first agreements", () => {
  for (const conduct of conducts) {
    expect(
      firstAgreements.filter((clause) => clause.conducts.includes(conduct)),
      conduct,
    ).toHaveLength(1);
  }
});

test("the first agreements protect disagreement about policy on both sides, and secrecy", () => {
  const byKey = new Map(firstAgreements.map((clause) => [clause.key, clause]));
  expect(byKey.get("many-voices")).toMatchObject({ protected: true, conducts: [] });
  expect(byKey.get("many-voices")!.en.text).toContain("neither is supporting it");
  expect(byKey.get("no-outing")!.protected).toBe(true);
});

test("every clause is there in both languages", () => {
  for (const { key, en, es } of firstAgreements) {
    for (const words of [en, es]) expect(words.title.length * words.text.length, key).toBeGreaterThan(0);
    expect(en.text, key).not.toBe(es.text);
  }
});

test.each([
  ["outing", "urgent"],
  ["threat", "urgent"],
  ["exploitation", "urgent"],
  ["intimate-image", "urgent"],
  ["child-material", "urgent"],
  ["danger-to-life", "urgent"],
  ["slur", "ordinary"],
  ["pile-on", "ordinary"],
  ["other", "ordinary"],
] as const)("%s is %s", (conduct, severity) => {
  expect(severityOf(conduct)).toBe(severity);
});

test("a case goes by the gravest conduct reported, in whichever order reports come", () => {
  expect(gravest("slur", "outing")).toBe("outing");
  expect(gravest("outing", "slur")).toBe("outing");
  expect(gravest("danger-to-life", "outing")).toBe("danger-to-life");
});

test("what a version has no clause for is judged under care for the place", () => {
  expect(clauseOf(first, "something new").key).toBe("care");
  expect(clauseOf(first, "outing").key).toBe("no-outing");
});
