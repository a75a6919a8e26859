import { expect, test } from "vitest";
import en from "~/i18n/en/refusals";
import es from "~/i18n/es/refusals";
import { type Reason, reasons, refused, statusOf } from "~/platform/outcome";

test.each(Object.entries(reasons))(
  "a refusal with %s has a fitting status and words in both languages",
  (reason, status) => {
    expect(statusOf(refused(reason as Reason))).toBe(status);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    for (const words of [en, es]) expect((words as Record<string, string>)[reason]?.length).toBeGreaterThan(10);
  },
);

test("no words are left for reasons that are gone", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(reasons).sort());
});
