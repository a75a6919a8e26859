import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, test } from "vitest";
import { wordsOf } from "~/i18n/words.server";
import { lengthInWords } from "~/limits/limit-notice";
import { RefusalNotice } from "~/limits/refusal-notice";
import { deeds } from "~/limits/table";
import { type Pace, refused } from "~/platform/outcome";

const show = (language: "en" | "es", refusal: Parameters<typeof RefusalNotice>[0]["refusal"]) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={wordsOf(language)}>
      <RefusalNotice refusal={refusal} />
    </I18nextProvider>,
  );

const pace: Pace = { deed: "write-post", retryAfterSeconds: 700, limit: 10, windowSeconds: 86_400, remaining: 0 };

describe("what stands above a refused form", () => {
  test("nothing, when nothing was refused", () => {
    expect(show("en", null)).toBe("");
    expect(show("en", undefined)).toBe("");
  });

  test("which limit was met, and when one can go on", () => {
    expect(show("en", refused("limited", { pace }))).toContain(
      "At most 10 replies in 24 hours. You can go on in 12 minutes.",
    );
    expect(show("es", refused("limited", { pace }))).toContain(
      "Como mucho 10 respuestas en 24 horas. Puedes seguir dentro de 12 minutos.",
    );
  });

  test("until which day", () => {
    expect(show("en", refused("muted", { until: new Date("2026-05-09") }))).toContain("Saturday 9 May at 00:00 UTC");
  });

  test.each(Object.keys(deeds))("%s has a name of its own in both languages", (deed) => {
    for (const language of ["en", "es"] as const) {
      const words = show(language, refused("limited", { pace: { ...pace, deed } }));
      expect(words).not.toContain("deeds.");
      expect(words).toContain("10 ");
    }
  });
});

test.each([
  [1, "1 second", "1 segundo"],
  [89, "89 seconds", "89 segundos"],
  [91, "2 minutes", "2 minutos"],
  [3_600, "60 minutes", "60 minutos"],
  [7_200, "2 hours", "2 horas"],
  [604_800, "7 days", "7 días"],
])("%i seconds in words", (seconds, english, spanish) => {
  expect(lengthInWords("en", seconds)).toBe(english);
  expect(lengthInWords("es", seconds)).toBe(spanish);
});
