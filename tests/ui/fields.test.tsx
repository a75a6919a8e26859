import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Button } from "~/ui/button";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "~/ui/choice-fields";
import { plainField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { TextArea, TextField } from "~/ui/text-field";
import { render, tagWithId } from "./render";

const faulty = plainField("title", { initialValue: "Hm", errors: ["Give it a longer title."] });

describe("a text field", () => {
  it("ties its label, hint and errors to the control", () => {
    const markup = render(<TextField field={faulty} label="Title" hint="In a line." />);
    expect(markup).toContain('<label for="title">Title</label>');
    const input = tagWithId(markup, "title");
    expect(input).toContain('aria-describedby="title-description title-error"');
    expect(input).toContain('aria-invalid="true"');
    expect(input).toContain('value="Hm"');
    expect(tagWithId(markup, "title-description")).not.toBe("");
    expect(tagWithId(markup, "title-error")).not.toBe("");
  });

  it("points at nothing that isn't there", () => {
    const markup = render(<TextField field={plainField("q")} label="Search" />);
    expect(markup).not.toContain("aria-describedby");
    expect(markup).not.toContain("aria-invalid");
    expect(markup).not.toContain("q-error");
  });

  it("never cuts what is pasted, and never gives a password back", () => {
    const long = { ...plainField("code", { initialValue: "secret words" }), maxLength: 10 };
    expect(render(<TextField field={long} label="Code" />)).not.toMatch(/maxlength/i);
    expect(render(<TextField field={long} label="Code" type="password" />)).not.toContain("secret words");
  });

  it("escapes what it gives back", () => {
    const field = plainField("body", { initialValue: "</textarea><script>" });
    expect(render(<TextArea field={field} label="Text" />)).not.toContain("<script>");
  });

  it("marks what may be left out, in the reader's language", () => {
    expect(render(<TextArea field={plainField("note")} label="Note" optional />)).toContain("(optional)");
    expect(render(<TextArea field={plainField("note")} label="Nota" optional />, "es")).toContain("(opcional)");
  });
});

describe("choices", () => {
  const options = [
    { value: "a", label: "A", hint: "the first" },
    { value: "b", label: "B" },
  ];

  it("keep what was chosen", () => {
    expect(
      tagWithId(
        render(<RadioGroup field={plainField("x", { initialValue: "b" })} label="X" options={options} />),
        "x-b",
      ),
    ).toContain("checked");
    const boxes = render(
      <CheckboxGroup field={plainField("x", { initialValue: ["a", "b"] })} label="X" options={options} />,
    );
    expect(boxes.match(/checked=""/g)).toHaveLength(2);
    expect(render(<Select field={plainField("x", { initialValue: "b" })} label="X" options={options} />)).toMatch(
      /value="b" selected/,
    );
    expect(tagWithId(render(<Checkbox field={plainField("x", { initialValue: "on" })} label="X" />), "x")).toContain(
      "checked",
    );
  });

  it("describe each choice and the whole group, which a summary can link to", () => {
    const markup = render(<RadioGroup field={{ ...faulty, id: "x" }} label="X" hint="one" options={options} />);
    expect(tagWithId(markup, "x")).toMatch(/^<fieldset.*aria-describedby="title-description title-error"/);
    expect(tagWithId(markup, "x-a")).toContain('aria-describedby="x-a-hint"');
    expect(tagWithId(markup, "x-b")).not.toContain("aria-describedby");
  });
});

describe("the summary of a form", () => {
  it("says nothing while nothing is wrong", () => {
    expect(render(<FormErrors fields={[{ field: plainField("a"), label: "A" }]} />)).toBe("");
  });

  it("is read out first and links to each faulty field", () => {
    const markup = render(<FormErrors errors={["Too many today."]} fields={[{ field: faulty, label: "Title" }]} />);
    expect(markup).toContain('role="alert"');
    expect(markup).toContain("autofocus");
    expect(markup).toContain('<a href="#title">Title</a>');
    expect(markup).toContain("Too many today.");
  });
});

describe("a button", () => {
  it("says beside it what it will do", () => {
    const markup = render(<Button consequence="Their posts fold for you.">Hide</Button>);
    const id = markup.match(/aria-describedby="([^"]+)"/)?.[1];
    expect(markup).toContain(`<small id="${id}">Their posts fold for you.</small>`);
  });
});

const schema = z.object({ title: z.string().min(5, "Give it a longer title."), body: z.string() });

function refused() {
  const sent = new FormData();
  sent.set("title", "Hm");
  sent.set("body", "What I wrote");
  return parseWithZod(sent, { schema }).reply();
}

function RefusedPage() {
  const [form, fields] = useForm({ id: "new", lastResult: refused() });
  return (
    <form id={form.id}>
      <FormErrors errors={form.errors} fields={[{ field: fields.title!, label: "Title" }]} />
      <TextField field={fields.title!} label="Title" />
      <TextArea field={fields.body!} label="Text" />
    </form>
  );
}

describe("a form refused by its schema", () => {
  it("comes back without scripts, with its text and the errors beside the fields", () => {
    const markup = render(<RefusedPage />);
    expect(markup).toContain('value="Hm"');
    expect(markup).toContain("What I wrote</textarea>");
    expect(markup.match(/Give it a longer title\./g)).toHaveLength(2);
    expect(tagWithId(markup, "new-title")).toContain('aria-describedby="new-title-error"');
  });
});
