import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownPath } from "~/accounts/forms";
import { hiddenFields, keepForm, keptIn, withoutKept } from "~/accounts/kept-form";

const formOf = (entries: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

describe("a form that met an ended session", () => {
  test("travels through signing in unchanged, whatever it held", () => {
    const name = fc.stringMatching(/^[a-z]{1,12}$/).filter((one) => !/secret|codename|passphrase|recovery/.test(one));
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(fc.array(fc.tuple(name, text), { minLength: 1 }), (fields) => {
        const kept = { to: "/t/abc/reply?to=3", fields };
        const sent = formOf([["name", "two words"], ...hiddenFields(kept)]);
        expect(keptIn(sent, ownPath)).toEqual(kept);
        expect([...withoutKept(sent)]).toEqual([["name", "two words"]]);
      }),
    );
  });

  test.each(["secret", "newSecret", "codename", "passphrase", "recoveryCode"])("never brings %s back", (field) => {
    expect(
      keepForm(
        "/me",
        formOf([
          [field, "five words of mine"],
          ["label", "x"],
        ]),
      ),
    ).toEqual({
      to: "/me",
      fields: [["label", "x"]],
    });
    expect(keepForm("/me", formOf([[field, "five words of mine"]]))).toBeNull();
    const forged = formOf([
      ["keptFor", "/me"],
      [`kept:${field}`, "five words"],
    ]);
    expect(keptIn(forged, ownPath)).toBeNull();
  });

  test.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""])(
    "never goes to %j",
    (to) => {
      expect(
        keptIn(
          formOf([
            ["keptFor", to],
            ["kept:body", "words"],
          ]),
          ownPath,
        ),
      ).toBeNull();
    },
  );

  test("a file in it is left out", () => {
    const form = formOf([["body", "words"]]);
    form.append("image", new Blob(["x"]), "x.png");
    expect(keepForm("/report", form)).toEqual({ to: "/report", fields: [["body", "words"]] });
  });
});
