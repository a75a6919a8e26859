import Flag from "lucide-react/icons/flag";
import MessageCircle from "lucide-react/icons/message-circle";
import Trash from "lucide-react/icons/trash-2";
import { Actions, Button, LinkButton } from "../button";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "../choice-fields";
import { Confirm, Dialog } from "../dialog";
import { plainField } from "../field";
import { FormErrors } from "../form-errors";
import { Section } from "../page-header";
import { TextArea, TextField } from "../text-field";

const faulty = plainField("sg-title", {
  initialValue: "",
  errors: ["Give the topic a title, so that others find it."],
});
const kinds = [
  { value: "open", label: "Open", hint: "Anyone may read it, signed in or not." },
  { value: "members", label: "Members", hint: "Whoever is signed in." },
  { value: "circle", label: "Circle", hint: "By invitation only." },
];

/** Buttons, forms and everything that asks before it acts. */
export function Controls() {
  return (
    <>
      <Section title="Buttons">
        <Actions>
          <Button type="button" icon={MessageCircle}>
            Reply
          </Button>
          <Button type="button" look="quiet" icon={Flag}>
            Report
          </Button>
          <Button type="button" look="plain">
            Not now
          </Button>
          <Button type="button" look="danger" icon={Trash}>
            Remove for good
          </Button>
          <Button type="button" disabled>
            Not possible yet
          </Button>
          <Button type="button" look="quiet" small>
            Small
          </Button>
          <LinkButton href="#buttons" look="quiet">
            A link
          </LinkButton>
        </Actions>
        <Button
          type="button"
          look="quiet"
          consequence="Their posts fold for you at once. They aren’t told, and you can undo it."
        >
          Hide from me
        </Button>
      </Section>
      <Section title="Fields">
        <form className="stack" method="get">
          <FormErrors
            errors={["You have written three topics today. The next one can be posted tomorrow."]}
            fields={[{ field: faulty, label: "Title" }]}
          />
          <TextField field={faulty} label="Title" hint="What it’s about, in a line." />
          <TextField
            field={plainField("sg-code", { initialValue: "7KQ2 M9XA" })}
            label="Invitation code"
            short
            autoComplete="off"
          />
          <TextArea
            field={plainField("sg-text")}
            label="Your message"
            hint="Before it’s posted, we point out anything that could identify you."
          />
          <Select
            field={plainField("sg-note")}
            label="Content note"
            optional
            placeholder="None"
            options={[
              { value: "police", label: "Police" },
              { value: "violence", label: "Violence" },
            ]}
          />
          <RadioGroup
            field={plainField("sg-kind", { initialValue: "members" })}
            label="Who may read this space?"
            options={kinds}
          />
          <CheckboxGroup
            field={plainField("sg-help", { initialValue: ["hide"] })}
            label="What would help now?"
            options={[
              { value: "hide", label: "Hide it from me" },
              { value: "block", label: "Block this name", hint: "They can’t write to you, and aren’t told." },
            ]}
          />
          <Checkbox
            field={plainField("sg-device")}
            label="Only I use this device"
            hint="Stay signed in here for ten days. Leave it off if anyone else might pick it up."
          />
          <RadioGroup
            field={plainField("sg-conduct", { errors: ["Choose what happened. You can change it later."] })}
            label="What happened?"
            options={[
              { value: "outing", label: "Someone was outed" },
              { value: "threat", label: "A threat" },
            ]}
          />
          <Actions>
            <Button type="button">Post</Button>
            <Button type="button" look="quiet">
              Keep as draft
            </Button>
          </Actions>
        </form>
      </Section>
      <Section title="Asking before acting">
        <Confirm ask="Remove this post…" icon={Trash} look="quiet" title="Remove your post?">
          <p>Its text is gone at once and can’t be brought back. “Removed by its author” stays in its place.</p>
          <Actions>
            <Button type="button" look="danger">
              Remove for good
            </Button>
          </Actions>
        </Confirm>
        <div>
          <Dialog open="How times are shown" title="How times are shown">
            <p>By day, never by hour, so that nobody can match what you do here with what you do elsewhere.</p>
          </Dialog>
        </div>
      </Section>
    </>
  );
}
